// Ways into the import screen and back out of an import, from anywhere.

import { chooseFiles, type ChosenFile, imports, newWorkspace, refusal } from "../ipc";
import { app } from "./app.svelte";

/** A person without a workspace gets one first; answers whether there is one. */
async function hasWorkspace(): Promise<boolean> {
  if (app.workspace) return true;
  const workspace = await newWorkspace();
  if (workspace) app.opened(workspace);
  return workspace !== null;
}

/** Takes files up beside those that are on their way in already. */
export async function importFiles(files: ChosenFile[]): Promise<void> {
  if (files.length === 0 || !(await hasWorkspace())) return;
  app.toast = null;
  const isImporting = app.path === "import";
  app.files = isImporting ? [...app.files, ...files] : files;
  if (!isImporting) app.go("import");
}

/** Asks for files and opens them. */
export async function chooseAndImport(): Promise<void> {
  try {
    if (!(await hasWorkspace())) return;
    app.toast = null;
    await importFiles(await chooseFiles());
  } catch (thrown) {
    app.say(refusal(thrown).message);
  }
}

/** Takes the last import of this sitting back; asks on the procurement screen about an older one. */
export async function undoLast(): Promise<void> {
  if (app.lastImport) {
    const problem = await app.undo(app.lastImport);
    if (problem) app.say(problem.message);
    return;
  }
  const last = (await imports(null)).find((one) => !one.is_undone);
  if (last) app.go("procurement", `undo:${last.import_id}`);
}
