// What is open, where the person is, and what happened last.

import { tick } from "svelte";
import { appStatus, type AppStatus, type ChosenFile, type DraftView, refusal, type Refusal, undoImport, undoLineEdit, verify } from "../ipc";
import type { Verification } from "../ipc/generated/Verification";
import type { WorkspaceStatus } from "../ipc/generated/WorkspaceStatus";
import { setLocale } from "../lib/format";
import { say } from "../lib/say.svelte";
import { speakChosen } from "./language";

export interface ToastMessage {
  text: string;
  undo?: () => void;
}

/** The last check of the whole file: when it was, and the last event that it saw. */
export interface Mark {
  at: Date;
  head: string | null;
  isSound: boolean;
}

/** What a key or a button elsewhere can ask of the screen in front. */
export interface ScreenCommands {
  export?: () => void;
  primary?: () => void;
  filter?: () => void;
  purchase?: () => void;
  retire?: () => void;
  back?: () => void;
  undo?: () => void;
}

/** What an import of a kind brought, counted. */
function counted(kind: string, rows: number): string {
  if (kind === "certificates") return say("word-lots", { lots: rows });
  if (kind === "catalogue") return say("word-devices", { devices: rows });
  return kind === "orders" ? say("word-orders", { orders: rows }) : say("word-lines", { lines: rows });
}

class App {
  status = $state<AppStatus | null>(null);
  year = $state(0);
  /** The entity that the screens with a switch show; null for all. */
  entity = $state<string | null>(null);
  path = $state("overview");
  /** What the next screen shall do at once, such as `purchase`. */
  intent = $state<string | null>(null);
  /** The files that the import screen works on. */
  files = $state.raw<ChosenFile[]>([]);
  /** An import that is not done and is offered; null where none is. */
  offered = $state.raw<DraftView | null>(null);
  private draft: unknown[] | null = null;
  /** What the glossary is searched for as it opens; null while it is closed. */
  glossary = $state<string | null>(null);
  isFileOver = $state(false);
  toast = $state<ToastMessage | null>(null);
  /** Null before the first check. */
  mark = $state.raw<Mark | null>(null);
  /** Counts reloads; the shell loads again when it changes. */
  version = $state(0);
  commands: ScreenCommands = {};
  table: TableCommands | null = null;
  /** Done once the screen shows what it was last asked to show. */
  showing: Promise<void> = Promise.resolve();
  /** The import that Ctrl + Z takes back without asking. */
  lastImport: string | null = null;
  /** The edit of lines that Ctrl + Z takes back first: nothing was imported since. */
  lastEdit: number | null = null;

  get workspace(): WorkspaceStatus | null {
    return this.status?.workspace ?? null;
  }
  get isLocked(): boolean {
    return this.workspace?.years.find((one) => one.year === this.year)?.is_locked ?? false;
  }

  async start(): Promise<void> {
    const status = await appStatus();
    setLocale(status.locale);
    speakChosen();
    this.status = status;
    this.markOpened(status.workspace);
    this.year = status.workspace?.current_year ?? new Date().getFullYear();
    this.follow();
  }

  /** Takes another workspace. */
  opened(workspace: WorkspaceStatus): void {
    if (this.status) {
      this.status.workspace = workspace;
      this.status.refused = null;
    }
    this.markOpened(workspace);
    this.year = workspace.current_year;
    this.entity = null;
    this.go("overview");
    this.version += 1;
  }

  /** A workspace is checked as it is opened. */
  private markOpened(workspace: WorkspaceStatus | null): void {
    this.mark = workspace ? { at: new Date(), head: workspace.chain_head, isSound: workspace.is_verified } : null;
  }

  /** Whether something was changed since the last check: each change is an event. */
  get isChanged(): boolean {
    return this.workspace !== null && this.mark?.head !== this.workspace.chain_head;
  }

  /** Checks the whole file. */
  async verify(): Promise<Verification> {
    const found = await verify();
    this.mark = { at: new Date(), head: found.chain_head, isSound: found.ok };
    // Another program may have written since the status was read.
    if (this.workspace) Object.assign(this.workspace, { events: found.events, chain_head: found.chain_head });
    return found;
  }

  /** Loads the screen and the state around it again, after a change; done once the new figures are shown. */
  async refresh(): Promise<void> {
    const status = await appStatus();
    this.status = status;
    const years = status.workspace?.years ?? [];
    if (status.workspace && !years.some((one) => one.year === this.year)) this.year = status.workspace.current_year;
    if (this.entity !== null && !status.workspace?.entities.includes(this.entity)) this.entity = null;
    this.version += 1;
    await tick();
    await this.showing;
  }

  go(path: string, intent: string | null = null): void {
    this.intent = intent;
    if (this.path === path) this.version += 1;
    location.hash = `#/${path}`;
    // The event of the address comes later; a key pressed before it already belongs to the new screen.
    this.follow();
  }

  /** The address bar is the router. */
  follow(): void {
    this.path = /^#\/([a-z-]+)/.exec(location.hash)?.[1] ?? "overview";
  }

  /** What the screen before left to do; taken once. */
  takeIntent(): string | null {
    const wanted = this.intent;
    this.intent = null;
    return wanted;
  }

  /** Hands what a draft kept to the import screen. */
  giveDraft(kept: unknown[]): void {
    this.draft = kept;
  }
  /** Taken once. */
  takeDraft(): unknown[] | null {
    const kept = this.draft;
    this.draft = null;
    return kept;
  }

  say(text: string, undo?: () => void): void {
    this.toast = { text, undo };
  }

  /** Remembers that lines were edited last. */
  edited(edit: number): void {
    this.lastEdit = edit;
  }
  /** Remembers that something was imported last. */
  imported(importId: string): void {
    this.lastImport = importId;
    this.lastEdit = null;
  }

  /** Brings lines back to what they said before an edit, and says so. */
  async undoEdit(edit: number): Promise<void> {
    try {
      const undone = await undoLineEdit(edit);
      if (this.lastEdit === edit) this.lastEdit = null;
      await this.refresh();
      this.say(say("undo-edit", { edit: String(edit), lines: undone.lines }));
    } catch (thrown) {
      this.say(refusal(thrown).message);
    }
  }

  /** Takes an import back and says what went. */
  async undo(importId: string): Promise<Refusal | null> {
    try {
      const undone = await undoImport(importId);
      if (this.lastImport === importId) this.lastImport = null;
      await this.refresh();
      this.say(say("undo-import", { file: undone.file_name, rows: counted(undone.kind, undone.rows) }));
      return null;
    } catch (thrown) {
      return refusal(thrown);
    }
  }
}

export const app = new App();

/** What the keys do with the table of the screen in front. */
export interface TableCommands {
  print: () => void;
  save: () => void;
  columns: () => void;
}

/** Registers the table of this screen, until it goes. */
export function useTable(table: TableCommands): void {
  $effect(() => {
    app.table = table;
    return () => {
      if (app.table === table) app.table = null;
    };
  });
}

/** Registers what the keys do on this screen, until it goes. */
export function useCommands(commands: ScreenCommands): void {
  $effect(() => {
    app.commands = commands;
    return () => {
      if (app.commands === commands) app.commands = {};
    };
  });
}
