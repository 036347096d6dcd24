// Keys that work everywhere. Letters only outside fields.

import type { Key } from "../lib/say.svelte";
import { app } from "./app.svelte";
import { chooseAndImport, undoLast } from "./importing";
import { sidebar } from "./screens";
import { zoom } from "./zoom";

export const keyList: [string, Extract<Key, `keys-${string}`>][] = [
  ["Ctrl 1 … 8", "keys-screens"],
  ["Ctrl K", "keys-search"],
  ["Ctrl O", "keys-import"],
  ["Ctrl E", "keys-export"],
  ["Ctrl Z", "keys-undo"],
  ["Ctrl ↵", "keys-primary"],
  ["Esc", "keys-back"],
  ["/", "keys-filter"],
  ["B", "keys-purchase"],
  ["R", "keys-retire"],
  ["F6", "keys-pane"],
  ["Arrows, Home, End, PgUp, PgDn", "keys-move"],
  ["Enter, Space", "keys-open"],
  ["Enter, F2", "keys-correct"],
  ["Ctrl +, Ctrl −, Ctrl 0", "keys-zoom"],
  ["F1, ?", "keys-list"],
];

const LETTERS = "letters";
/** Letters and signs alone are keys, unless a person turned them off. */
export const hasLetters = (): boolean => localStorage.getItem(LETTERS) !== "off";
export const setLetters = (isOn: boolean): void => localStorage.setItem(LETTERS, isOn ? "on" : "off");

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("input, textarea, [contenteditable], [role=listbox]") !== null;
/** Whether a dialog, a list or a cell was open when the key went down: then the key is theirs. */
let isLayered = false;

/** Comes before every control: Ctrl + Enter does what the screen is for, wherever the focus is. */
export function beforeKey(event: KeyboardEvent): void {
  isLayered = document.querySelector("[role=dialog][data-state=open], [role=listbox][data-state=open], .ag-cell-inline-editing") !== null;
  const isPrimary = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (!isPrimary || isLayered || !app.commands.primary) return;
  event.preventDefault();
  event.stopPropagation();
  app.commands.primary();
}

/** Moves to the next part of the window that can be reached. */
function nextPane(isBackward: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  if (panes.length === 0) return;
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const step = isBackward ? -1 : 1;
  const pane = panes[(now + step + panes.length) % panes.length];
  const first = pane?.querySelector<HTMLElement>("[aria-current], [tabindex='0'], button:not(:disabled), a[href], input");
  if (pane && !first) pane.tabIndex = -1;
  (first ?? pane)?.focus();
}

/** What opens over every screen. */
interface Shows {
  keys: () => void;
  search: () => void;
}

/** Answers whether the key was used. */
function withControl(event: KeyboardEvent, shows: Shows): boolean {
  const place = sidebar[Number(event.key) - 1];
  if (place && !event.shiftKey) return (app.go(place.path), true);
  switch (event.key.toLowerCase()) {
    case "+":
    case "=":
      return (zoom(1), true);
    case "-":
    case "−":
      return (zoom(-1), true);
    case "0":
      return (zoom(0), true);
    case "k":
      return (shows.search(), true);
    case "o":
      return event.shiftKey ? false : (void chooseAndImport(), true);
    case "e":
      if (app.commands.export) app.commands.export();
      else app.go("disclosure", "export");
      return true;
    case "z":
      if (isTyping(event.target)) return false;
      if (app.commands.undo) app.commands.undo();
      else void undoLast();
      return true;
    default:
      return false;
  }
}

function alone(event: KeyboardEvent, showKeys: () => void): boolean {
  if (event.key.length === 1 && !hasLetters()) return false;
  switch (event.key) {
    case "?":
      return (showKeys(), true);
    case "/":
      return app.commands.filter ? (app.commands.filter(), true) : false;
    case "Escape":
      return app.commands.back ? (app.commands.back(), true) : false;
    case "b":
    case "B":
      if (app.commands.purchase) app.commands.purchase();
      else app.go("certificates", "purchase");
      return true;
    case "r":
    case "R":
      if (app.commands.retire) app.commands.retire();
      else app.go("certificates", "retire");
      return true;
    default:
      return false;
  }
}

export function onKey(event: KeyboardEvent, shows: Shows): void {
  if (event.defaultPrevented || isLayered) return;
  if (event.key === "F1") {
    shows.keys();
    event.preventDefault();
    return;
  }
  if (event.key === "F6") {
    nextPane(event.shiftKey);
    event.preventDefault();
    return;
  }
  const hasControl = event.ctrlKey || event.metaKey;
  if (!hasControl && (event.altKey || (isTyping(event.target) && event.key !== "Escape") || (!app.workspace && event.key !== "?"))) return;
  if (hasControl ? withControl(event, shows) : alone(event, shows.keys)) event.preventDefault();
}
