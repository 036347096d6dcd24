// Cells and rows of a grid, chosen by pointer and keys, and copied. AG Grid's own is not in what is free of it.

import type { GridApi } from "ag-grid-community";
import { nameOf, pasted, plain } from "./columns";
import { say } from "../lib/say.svelte";
import { type Asked, bounds, type Cell, put, type Range, STEPS } from "./ranges";

/** Rows that the page copies at most; more is for an export. */
export const MOST = 10_000;
const EDGE = 24;

export class Selection<Row> {
  private ranges: Range[] = [];
  private isDragging = false;
  /** The text of rows that had to be asked for first. */
  private ready: { of: string; text: string } | null = null;
  private watcher: MutationObserver;
  private ends: (() => void)[] = [];

  constructor(
    private readonly api: GridApi<Row>,
    private readonly box: HTMLElement,
    private readonly asked: Asked<Row>,
  ) {
    this.watcher = new MutationObserver(() => this.paint());
    this.watcher.observe(box, { childList: true, subtree: true });
    const on = <Kind extends keyof HTMLElementEventMap>(kind: Kind, heard: (event: HTMLElementEventMap[Kind]) => void, isFirst = false) => {
      box.addEventListener(kind, heard, isFirst);
      this.ends.push(() => box.removeEventListener(kind, heard, isFirst));
    };
    on("pointerdown", (event) => this.press(event), true);
    on("pointermove", (event) => this.drag(event));
    on("keydown", (event) => this.keys(event), true);
    const up = () => (this.isDragging = false);
    window.addEventListener("pointerup", up);
    this.ends.push(() => window.removeEventListener("pointerup", up));
  }

  end(): void {
    this.watcher.disconnect();
    this.ends.forEach((end) => end());
  }

  /** Rows that have a chosen cell, by their place. */
  rows(): number[] {
    const places = this.ranges.flatMap((range) => {
      const { top, bottom } = bounds(range);
      return Array.from({ length: Math.min(bottom - top + 1, MOST) }, (_, index) => top + index);
    });
    return [...new Set(places)].sort((one, other) => one - other);
  }

  get isSeveral(): boolean {
    const [first] = this.ranges;
    return this.ranges.length > 1 || (first !== undefined && (first.from.row !== first.to.row || first.from.column !== first.to.column));
  }

  clear(): void {
    if (this.ranges.length > 0) this.become([]);
  }

  /** Chooses the cell, unless it is chosen already. */
  reach(cell: Cell): void {
    if (!this.has(cell)) this.become([{ from: cell, to: cell }]);
  }

  /** The cell that an element lies in. */
  at(element: Element | null): Cell | null {
    const cell = element?.closest<HTMLElement>(".ag-cell");
    const row = cell?.closest<HTMLElement>(".ag-row");
    const index = Number(row?.getAttribute("row-index") ?? NaN);
    const column = this.asked.columns().findIndex((one) => one.colId === cell?.getAttribute("col-id"));
    return row && Number.isInteger(index) && column >= 0 && !row.closest(".ag-floating-bottom, .ag-floating-top") ? { row: index, column } : null;
  }

  private has({ row, column }: Cell): boolean {
    return this.ranges.some((range) => {
      const { top, bottom, left, right } = bounds(range);
      return row >= top && row <= bottom && column >= left && column <= right;
    });
  }

  private become(ranges: Range[]): void {
    this.ranges = ranges;
    this.paint();
    this.asked.changed();
  }

  private press(event: PointerEvent): void {
    const cell = event.button === 0 && event.target instanceof Element ? this.at(event.target) : null;
    if (!cell || this.isEditing()) return;
    this.isDragging = true;
    const last = this.ranges.at(-1);
    if (event.shiftKey && last) {
      this.become([...this.ranges.slice(0, -1), { from: last.from, to: cell }]);
      event.preventDefault();
    } else if (event.ctrlKey || event.metaKey) this.become([...this.ranges, { from: cell, to: cell }]);
    else this.become([{ from: cell, to: cell }]);
  }

  private drag(event: PointerEvent): void {
    const last = this.ranges.at(-1);
    if (!this.isDragging || !last || event.buttons !== 1) return;
    const cell = this.at(document.elementFromPoint(event.clientX, event.clientY));
    if (cell && (cell.row !== last.to.row || cell.column !== last.to.column)) this.become([...this.ranges.slice(0, -1), { from: last.from, to: cell }]);
    const { top, bottom } = this.box.getBoundingClientRect();
    if (event.clientY > bottom - EDGE) this.show(last.to.row + 1);
    else if (event.clientY < top + EDGE * 2) this.show(last.to.row - 1);
  }

  private keys(event: KeyboardEvent): void {
    if (this.isEditing() || !(event.target instanceof Element) || !event.target.closest(".ag-cell")) return;
    const hasControl = event.ctrlKey || event.metaKey;
    if (hasControl && event.key.toLowerCase() === "a") this.become([{ from: { row: 0, column: 0 }, to: { row: this.count() - 1, column: this.asked.columns().length - 1 } }]);
    else if (hasControl && event.key.toLowerCase() === "c") this.copyNow(event.shiftKey);
    else if (event.key === "Escape" && this.isSeveral) this.clear();
    else if (event.shiftKey && event.key === " ") this.wholeRows();
    else if (event.shiftKey && event.key in STEPS) this.extend(event.key, hasControl);
    else if (event.key === "Home" || event.key === "End") this.go(event.key, hasControl);
    else {
      if (!hasControl && event.key in STEPS) this.clear();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the first or last cell of the row; with Ctrl to the first or last row. */
  private go(key: string, isFar: boolean): void {
    const focused = this.focused();
    const columns = this.asked.columns();
    if (!focused) return;
    this.clear();
    const row = isFar ? (key === "Home" ? 0 : this.count() - 1) : focused.row;
    const column = columns[isFar ? focused.column : key === "Home" ? 0 : columns.length - 1];
    this.show(row);
    this.api.setFocusedCell(row, column?.colId ?? "");
  }

  private extend(key: string, isFar: boolean): void {
    const focused = this.focused();
    const last = this.ranges.at(-1) ?? (focused && { from: focused, to: focused });
    if (!last) return;
    const rows = this.count() - 1;
    const columns = this.asked.columns().length - 1;
    const page = Math.max(1, Math.floor(this.box.clientHeight / 28) - 2);
    const [down, right] = STEPS[key]!(isFar, page);
    const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
    const to = { row: within(last.to.row + down, rows), column: within(last.to.column + right, columns) };
    this.become([...this.ranges.slice(0, -1), { from: last.from, to }]);
    this.show(to.row);
  }

  /** The chosen cells become their rows. */
  wholeRows(): void {
    const focused = this.focused();
    const ranges = this.ranges.length > 0 ? this.ranges : focused ? [{ from: focused, to: focused }] : [];
    const right = this.asked.columns().length - 1;
    this.become(ranges.map(({ from, to }) => ({ from: { row: from.row, column: 0 }, to: { row: to.row, column: right } })));
  }

  /** The rows that have a chosen cell; those that are not at hand are asked for. */
  async chosen(): Promise<Row[]> {
    const places = this.rows();
    const atHand = places.map((place) => this.api.getDisplayedRowAtIndex(place)?.data);
    return atHand.every((row) => row !== undefined) ? atHand : (await this.fetched(places)).filter((row) => row !== undefined);
  }

  private async fetched(places: number[]): Promise<(Row | undefined)[]> {
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
    const found = await this.asked.rows(first, last - first + 1);
    return places.map((place) => found[place - first]);
  }

  /** Copies what is chosen. WebKit has no copy event where no text is selected, so that the key itself is heard. */
  copyNow(withHeaders: boolean): void {
    const { places, rows, of } = this.wanted(withHeaders);
    if (places.length === 0) return;
    if (rows.every((row) => row !== undefined)) put(this.text(places, rows, withHeaders));
    else if (this.ready?.of === of) {
      put(this.ready.text);
      this.asked.say(say("table-copied", { rows: places.length }));
    } else void this.fetch(places, withHeaders, of);
    this.box.querySelector<HTMLElement>(".ag-cell-focus")?.focus();
  }

  /** The rows to copy, each where it is at hand; the cell with the focus where nothing else is chosen. */
  private wanted(withHeaders: boolean): { places: number[]; rows: (Row | undefined)[]; of: string } {
    const focused = this.focused();
    if (this.ranges.length === 0 && focused) this.ranges = [{ from: focused, to: focused }];
    const places = this.rows();
    if (places.length >= MOST) this.asked.say(say("table-copied-first", { rows: MOST }));
    return { places, rows: places.map((place) => this.api.getDisplayedRowAtIndex(place)?.data), of: JSON.stringify([this.ranges, withHeaders]) };
  }

  /** Rows that are not at hand are asked for; the text then waits for the next copy where it may not be set later. */
  private async fetch(places: number[], headers: boolean, of: string): Promise<void> {
    const text = this.text(places, await this.fetched(places), headers);
    this.ready = { of, text };
    try {
      await navigator.clipboard.writeText(text);
      this.asked.say(say("table-copied", { rows: places.length }));
    } catch {
      this.asked.say(say("table-copy-again"));
    }
  }

  private text(places: number[], rows: (Row | undefined)[], headers: boolean): string {
    const columns = this.asked.columns();
    const used = columns.flatMap((column, index) => (this.ranges.some((range) => index >= bounds(range).left && index <= bounds(range).right) ? [{ column, index }] : []));
    const line = (cells: string[]) => cells.join("\t");
    const lines = places.map((place, index) => line(used.map(({ column, index: at }) => (this.has({ row: place, column: at }) ? pasted(column, plain(this.api, column, { data: rows[index] })) : ""))));
    return (headers ? [line(used.map(({ column }) => nameOf(column))), ...lines] : lines).join("\r\n");
  }

  private count(): number {
    return this.api.getDisplayedRowCount();
  }
  private isEditing(): boolean {
    return this.box.querySelector(".ag-cell-inline-editing") !== null;
  }
  private show(row: number): void {
    if (row >= 0 && row < this.count()) this.api.ensureIndexVisible(row);
  }
  private focused(): Cell | null {
    const cell = this.api.getFocusedCell();
    const column = this.asked.columns().findIndex((one) => one.colId === cell?.column.getColId());
    return cell && !cell.rowPinned && column >= 0 ? { row: cell.rowIndex, column } : null;
  }

  /** Several cells are painted; a single one has the grid's own frame. */
  private paint(): void {
    const isSeveral = this.isSeveral;
    for (const cell of this.box.querySelectorAll<HTMLElement>(".ag-row .ag-cell")) {
      const place = isSeveral ? this.at(cell) : null;
      const isChosen = place !== null && this.has(place);
      if (cell.classList.contains("is-chosen") === isChosen) continue;
      cell.classList.toggle("is-chosen", isChosen);
      if (isChosen) cell.setAttribute("aria-selected", "true");
      else cell.removeAttribute("aria-selected");
    }
  }
}
