// Ranges of cells, and the keys that stretch them.
import type { Column } from "./columns";

/** What a selection needs of the table around it. */
export interface Asked<Row> {
  /** The columns on show, in their order. */
  columns: () => Column<Row>[];
  /** Rows from a place on that are not at hand. */
  rows: (from: number, limit: number) => Promise<Row[]>;
  /** Other cells are chosen. */
  changed: () => void;
  /** Something to tell. */
  say: (text: string) => void;
}

export interface Cell {
  row: number;
  column: number;
}
export interface Range {
  from: Cell;
  to: Cell;
}

export function bounds({ from, to }: Range): { top: number; bottom: number; left: number; right: number } {
  return { top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row), left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) };
}

/** Where a key with Shift takes the end of what is chosen: rows down, columns to the right. */
export const STEPS: Record<string, (isFar: boolean, page: number) => [number, number]> = {
  ArrowDown: (isFar) => [isFar ? Infinity : 1, 0],
  ArrowUp: (isFar) => [isFar ? -Infinity : -1, 0],
  ArrowRight: (isFar) => [0, isFar ? Infinity : 1],
  ArrowLeft: (isFar) => [0, isFar ? -Infinity : -1],
  Home: (isFar) => [isFar ? -Infinity : 0, -Infinity],
  End: (isFar) => [isFar ? Infinity : 0, Infinity],
  PageDown: (_, page) => [page, 0],
  PageUp: (_, page) => [-page, 0],
};

/** Puts a text on the clipboard while a key or a button is being answered. The field only makes the browser ask for
 * something to copy: drawing a long text for it would hold the window for seconds. */
export function put(text: string): void {
  const field = document.createElement("textarea");
  field.value = " ";
  field.setAttribute("aria-hidden", "true");
  field.className = "vh";
  document.body.append(field);
  field.select();
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", give);
  document.execCommand("copy");
  document.removeEventListener("copy", give);
  field.remove();
}
