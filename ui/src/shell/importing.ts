// Ways into the import screen and back out of an import, from anywhere.

import { chooseFiles, chooseFolder, type ChosenFile, discardDraft, draft, type DraftView, imports, newWorkspace, refusal } from "../ipc";
import { say } from "../lib/say.svelte";
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
export const chooseAndImport = (): Promise<void> => askAndImport(chooseFiles);

/** Asks for a folder, a device type library, and opens it. */
export const chooseFolderAndImport = (): Promise<void> => askAndImport(chooseFolder);

async function askAndImport(choose: () => Promise<ChosenFile[]>): Promise<void> {
  try {
    if (!(await hasWorkspace())) return;
    app.toast = null;
    // An import that is not done comes first; once it is open, Ctrl O adds files to it.
    app.offered = app.path === "import" || app.workspace?.read_only ? null : await draft();
    if (!app.offered) await importFiles(await choose());
  } catch (thrown) {
    app.say(refusal(thrown).message);
  }
}

/** Goes on with the import that was offered. */
export async function resumeDraft(kept: DraftView): Promise<void> {
  const files = kept.files.filter((file) => file !== null);
  const gone = kept.names.filter((_, index) => kept.files[index] === null);
  app.giveDraft(JSON.parse(kept.content) as unknown[]);
  const unique = files.filter((file, index) => files.findIndex((one) => one.file_name === file.file_name) === index);
  await importFiles(unique);
  if (gone.length > 0) app.say(say("draft-gone-toast", { files: [...new Set(gone)].join(", ") }));
}

/** Gives the import that was offered up, and asks for files. */
export async function chooseOthers(isGivenUp: boolean): Promise<void> {
  try {
    if (isGivenUp) await discardDraft();
    await importFiles(await chooseFiles());
  } catch (thrown) {
    app.say(refusal(thrown).message);
  }
}

/** Takes the last edit or import of this sitting back; asks on the procurement screen about an older one. */
export async function undoLast(): Promise<void> {
  if (app.lastEdit !== null) return app.undoEdit(app.lastEdit);
  if (app.lastImport) {
    const problem = await app.undo(app.lastImport);
    if (problem) app.say(problem.message);
    return;
  }
  const last = (await imports(null)).find((one) => !one.is_undone);
  if (last) app.go("procurement", `undo:${last.import_id}`);
}
