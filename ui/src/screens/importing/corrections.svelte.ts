// What a person corrected in a file on its way in: each cell with what it is read as and why, undone one by one.

import type { CellFix } from "../../ipc/generated/CellFix";

export interface Correction extends CellFix {
  /** The row in which it was made; none for one taken over from an earlier file. */
  at: number | null;
}

/** How a column is named so that its place is clear: the header, or `Header#2` for the second of that name. */
export function columnName(headers: string[], index: number): string {
  const header = headers[index] ?? "";
  const before = headers.slice(0, index).filter((one) => one.trim() === header.trim()).length;
  return before === 0 ? header : `${header}#${before + 1}`;
}

/** The place of a column by that name, -1 for none. */
export function placeOf(headers: string[], column: string | null): number {
  return column === null ? -1 : headers.findIndex((_, index) => columnName(headers, index).trim() === column.trim());
}

const isSame = (one: CellFix, other: CellFix) => one.row === other.row && one.column === other.column && one.seen === other.seen;

export class Corrections {
  list = $state.raw<Correction[]>([]);
  private before: Correction[][] = [];

  /** Those that still need a reason: they are not read before they have one. */
  readonly unexplained = $derived(this.list.filter((one) => one.because.trim() === ""));
  readonly explained = $derived<CellFix[]>(this.list.filter((one) => one.because.trim() !== "").map(({ at: _, ...fix }) => fix));

  /** The one that a cell is read by: of several the last. */
  of(row: number, column: string, seen: string): Correction | null {
    return this.list.findLast((one) => (one.row === null || one.row === row) && one.column === column && one.seen.trim() === seen.trim()) ?? null;
  }

  add(...added: Correction[]): void {
    this.become([...this.list.filter((one) => !added.some((other) => isSame(one, other))), ...added]);
  }

  change(one: Correction, to: Partial<Correction>): Correction {
    const changed = { ...one, ...to };
    this.become([...this.list.filter((other) => other !== one && !isSame(other, changed)), changed]);
    return changed;
  }

  remove(one: Correction): void {
    this.become(this.list.filter((other) => other !== one));
  }

  /** Takes the last step back; answers whether there was one. */
  undo(): boolean {
    const before = this.before.pop();
    if (before) this.list = before;
    return before !== undefined;
  }

  clear(): void {
    this.list = [];
    this.before = [];
  }

  private become(list: Correction[]): void {
    this.before.push(this.list);
    this.list = list;
  }
}
