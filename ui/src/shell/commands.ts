// Everything that Ctrl + K can do, wherever one is.

import { say } from "../lib/say.svelte";
import { keyNames } from "../lib/words";
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

const titleOf = (path: string): string => screens.find((one) => one.path === path)?.title ?? "";
const go = (path: string, intent: string | null = null) => () => app.go(path, intent);

const places = (): Command[] => screens.filter((one) => one.path !== "import").map((one, index) => ({ key: one.path, icon: one.icon ?? "right", text: one.title, detail: one.icon ? keyNames(`Ctrl ${index + 1}`) : say("command-screen"), go: go(one.path), isOfWorkspace: true }));

const acts = (showKeys: () => void): Command[] => [
  { key: "import", icon: "upload", text: say("command-import"), detail: keyNames("Ctrl O"), go: () => void chooseAndImport() },
  { key: "undo", icon: "undo", text: say("command-undo"), detail: keyNames("Ctrl Z"), go: () => void undoLast(), isOfWorkspace: true },
  { key: "conditions", icon: "edit", text: say("command-conditions"), detail: titleOf("procurement"), go: go("procurement", "condition:unknown"), isOfWorkspace: true },
  { key: "weigh", icon: "scale", text: say("command-weigh"), detail: titleOf("procurement"), go: go("procurement", "weigh"), isOfWorkspace: true },
  { key: "recognise", icon: "search", text: say("command-recognise"), detail: titleOf("procurement"), go: go("procurement", "recognise"), isOfWorkspace: true },
  { key: "purchase", icon: "plus", text: say("command-purchase"), detail: "B", go: go("certificates", "purchase"), isOfWorkspace: true },
  { key: "retire", icon: "seal", text: say("command-retire"), detail: "R", go: go("certificates", "retire"), isOfWorkspace: true },
  { key: "orders", icon: "box", text: say("command-orders"), detail: titleOf("plan"), go: go("plan", "orders"), isOfWorkspace: true },
  { key: "export", icon: "download", text: say("command-export"), detail: keyNames("Ctrl E"), go: go("disclosure", "export"), isOfWorkspace: true },
  { key: "verify", icon: "shield", text: say("command-verify"), detail: say("command-verify-detail"), go: () => void verify(), isOfWorkspace: true },
  { key: "print", icon: "document", text: say("command-print"), detail: keyNames("Ctrl P"), go: () => app.table?.print(), isOfWorkspace: true },
  { key: "save-table", icon: "download", text: say("command-save-table"), detail: say("command-save-table-detail"), go: () => app.table?.save(), isOfWorkspace: true },
  { key: "columns", icon: "columns", text: say("command-columns"), detail: say("command-columns-detail"), go: () => app.table?.columns(), isOfWorkspace: true },
  { key: "larger", icon: "plus", text: say("command-larger"), detail: keyNames("Ctrl +"), go: () => zoom(1) },
  { key: "smaller", icon: "down", text: say("command-smaller"), detail: keyNames("Ctrl −"), go: () => zoom(-1) },
  { key: "as-it-was", icon: "undo", text: say("command-usual"), detail: keyNames("Ctrl 0"), go: () => zoom(0) },
  { key: "keys", icon: "help", text: say("command-keys"), detail: "F1, ?", go: showKeys },
  { key: "glossary", icon: "help", text: say("command-glossary"), detail: say("command-glossary-detail"), go: () => (app.glossary = "") },
];

async function verify(): Promise<void> {
  const found = await app.verify();
  app.say(say(found.ok ? "verified-toast" : "verified-toast-not"));
  if (!found.ok) app.go("history");
}

/** Commands that can be done now, on a table only where the screen has one. */
export function commands(showKeys: () => void): Command[] {
  const needsTable = ["print", "save-table", "columns"];
  return [...places(), ...acts(showKeys)].filter((one) => (!one.isOfWorkspace || app.workspace !== null) && (!needsTable.includes(one.key) || app.table !== null));
}
