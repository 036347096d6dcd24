// The files of one sitting, one after the other, each with its own result.

import type { ChosenFile } from "../../ipc";
import { ImportSession } from "./session.svelte";
import type { Typed } from "./typed";

export type View = "files" | "sheet" | "review";

export class ImportQueue {
  sessions = $state.raw<ImportSession[]>([]);
  at = $state(0);
  view = $state<View>("files");

  readonly current = $derived<ImportSession | null>(this.sessions[this.at] ?? null);
  readonly waiting = $derived(this.sessions.filter((one) => !one.done && !one.refused));
  /** Those of them that were looked into. */
  readonly ready = $derived(this.waiting.filter((one) => one.inspection !== null));

  /** Takes up files that are not in it yet, looks into them, and goes on where a single one is clear. */
  async add(files: ChosenFile[], year: number, draft: Typed[] = []): Promise<void> {
    const fresh = files.filter((file) => !this.sessions.some((one) => one.file.file_id === file.file_id));
    if (fresh.length === 0) return;
    const added = fresh.map((file) => new ImportSession(file, year));
    this.sessions = [...this.sessions, ...added];
    if (this.sessions.length > 1) this.view = "files";
    // One after the other: each is read by a process with limits of its own.
    for (const session of added) {
      await session.inspect();
      this.restore(session, draft.filter((one) => one.file === session.file.file_name));
    }
    if (draft.length > 0 && this.current && !this.current.refused) {
      this.view = "review";
      return;
    }
    // Of several, one may be open by now.
    const only = this.sessions.length === 1 ? this.sessions[0] : null;
    if (only && !only.refused) this.open(only);
  }

  /** Takes up what a draft kept of a file, sheet by sheet. */
  private restore(session: ImportSession, [first, ...others]: Typed[]): void {
    if (!first || session.refused) return;
    session.restore(first);
    const sheets = others.map((typed) => ({ typed, sheet: session.ofSheet(typed.sheetName) }));
    this.sessions = [...this.sessions, ...sheets.flatMap(({ typed, sheet }) => (sheet.restore(typed) ? [sheet] : []))];
  }

  /** What a person typed into files that are not done, with their ids; nothing where nothing was. */
  readonly draft = $derived.by(() => {
    const open = this.waiting.filter((one) => one.typed !== null);
    return open.length === 0 ? null : { fileIds: open.map((one) => one.file.file_id), content: JSON.stringify(open.map((one) => one.typed)) };
  });

  /** Goes to a file, past the steps that need no look. */
  open(session: ImportSession): void {
    this.at = this.sessions.indexOf(session);
    this.view = session.isClear ? "review" : "sheet";
  }

  /** Takes up other sheets of a file's shape. */
  addSheets(session: ImportSession, names: string[]): void {
    const has = (name: string) => this.sessions.some((one) => one.file.file_id === session.file.file_id && one.sheetName === name);
    this.sessions = [...this.sessions, ...names.filter((name) => !has(name)).map((name) => session.ofSheet(name))];
  }

  /** Goes on from a sheet to its review; those it takes along wait behind it, in the order of the file. */
  leaveSheet(): void {
    const session = this.current;
    if (session) this.addSheets(session, session.sheetsAlike.filter((name) => session.also.includes(name)));
    this.view = "review";
  }

  remove(session: ImportSession): void {
    this.sessions = this.sessions.filter((one) => one !== session);
    this.at = 0;
  }

  /** The next file that is ready, or the list where those that wait are still looked into; answers whether any waits. */
  next(): boolean {
    const [next] = this.ready;
    if (next) this.open(next);
    else this.view = "files";
    return this.waiting.length > 0;
  }
}
