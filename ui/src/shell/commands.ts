// Everything that Ctrl + K can do, wherever one is.

import type { IconName } from "../parts/icons";
import { app } from "./app.svelte";
import { chooseAndImport, undoLast } from "./importing";
import { screens } from "./screens";
import { zoom } from "./zoom";

export interface Command {
  key: string;
  icon: IconName;
  text: string;
  /** Its keys, or what it is. */
  detail: string;
  go: () => void;
  /** Whether it needs a workspace. */
  isOfWorkspace?: boolean;
}

const go = (path: string, intent: string | null = null) => () => app.go(path, intent);

const places: Command[] = screens.filter((one) => one.path !== "import").map((one, index) => ({ key: one.path, icon: one.icon ?? "right", text: one.title, detail: one.icon ? `Ctrl ${index + 1}` : "Screen", go: go(one.path), isOfWorkspace: true }));

const acts = (showKeys: () => void): Command[] => [
  { key: "import", icon: "upload", text: "Import a spreadsheet", detail: "Ctrl O", go: () => void chooseAndImport() },
  { key: "undo", icon: "undo", text: "Undo the last edit or import", detail: "Ctrl Z", go: () => void undoLast(), isOfWorkspace: true },
  { key: "conditions", icon: "edit", text: "Confirm conditions that are unknown", detail: "Procurement", go: go("procurement", "condition:unknown"), isOfWorkspace: true },
  { key: "weigh", icon: "scale", text: "Give weights", detail: "Procurement", go: go("procurement", "weigh"), isOfWorkspace: true },
  { key: "recognise", icon: "search", text: "Recognise lines again", detail: "Procurement", go: go("procurement", "recognise"), isOfWorkspace: true },
  { key: "purchase", icon: "plus", text: "Record a purchase", detail: "B", go: go("certificates", "purchase"), isOfWorkspace: true },
  { key: "retire", icon: "seal", text: "Retire", detail: "R", go: go("certificates", "retire"), isOfWorkspace: true },
  { key: "orders", icon: "box", text: "Orders", detail: "Plan", go: go("plan", "orders"), isOfWorkspace: true },
  { key: "export", icon: "download", text: "Export the disclosure", detail: "Ctrl E", go: go("disclosure", "export"), isOfWorkspace: true },
  { key: "verify", icon: "shield", text: "Verify the workspace", detail: "Every balance, row and event", go: () => void verify(), isOfWorkspace: true },
  { key: "print", icon: "document", text: "Print the table", detail: "Ctrl P", go: () => app.table?.print(), isOfWorkspace: true },
  { key: "save-table", icon: "download", text: "Save the table", detail: "xlsx or csv", go: () => app.table?.save(), isOfWorkspace: true },
  { key: "columns", icon: "columns", text: "Choose columns", detail: "The table of this screen", go: () => app.table?.columns(), isOfWorkspace: true },
  { key: "larger", icon: "plus", text: "Larger", detail: "Ctrl +", go: () => zoom(1) },
  { key: "smaller", icon: "down", text: "Smaller", detail: "Ctrl −", go: () => zoom(-1) },
  { key: "as-it-was", icon: "undo", text: "Usual size", detail: "Ctrl 0", go: () => zoom(0) },
  { key: "keys", icon: "help", text: "Keys", detail: "F1, ?", go: showKeys },
  { key: "glossary", icon: "help", text: "Glossary", detail: "Every term", go: () => (app.glossary = "") },
];

async function verify(): Promise<void> {
  const found = await app.verify();
  app.say(found.ok ? "Verified: every balance, row and event is as it was left." : "Something is not as it was left. The history says what.");
  if (!found.ok) app.go("history");
}

/** Commands that can be done now, on a table only where the screen has one. */
export function commands(showKeys: () => void): Command[] {
  const needsTable = ["print", "save-table", "columns"];
  return [...places, ...acts(showKeys)].filter((one) => (!one.isOfWorkspace || app.workspace !== null) && (!needsTable.includes(one.key) || app.table !== null));
}
