// The place in a grid whose rows are asked for again: the focus stays on its row, wherever that row is by then, and what
// is typed into a cell reaches the row it was typed for.

import type { GridApi } from "ag-grid-community";

export class Place<Row> {
  /** The cell with the focus, by its row. */
  private kept: { id: string; column: string } | null = null;
  /** Its row moved while the focus was elsewhere: the grid knows the cell's old number only. */
  private isOwed = false;
  private isStale = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly api: GridApi<Row>,
    private readonly box: HTMLElement,
    private readonly rowId: (row: Row) => string,
  ) {}

  askAgain(): void {
    if (this.api.isDestroyed()) return;
    this.isStale = this.isEditing();
    if (!this.isStale) this.api.refreshInfiniteCache();
  }

  /** Shows rows that have come; while a cell is being edited they wait. */
  rowsCame(show: () => void): void {
    if (this.api.isDestroyed()) return;
    if (this.isEditing()) {
      this.waiting.push(show);
      return;
    }
    this.keep();
    show();
    this.putBack();
    setTimeout(() => this.putBack()); // where the cell is drawn a moment later
  }

  /** A cell is no longer being edited. */
  edited(): void {
    setTimeout(() => {
      for (const show of this.waiting.splice(0)) this.rowsCame(show);
      if (this.isStale) this.askAgain();
    });
  }

  private isEditing(): boolean {
    return this.api.getEditingCells().length > 0;
  }

  private idAt(index: number): string | null {
    const row = this.api.getDisplayedRowAtIndex(index)?.data;
    return row ? this.rowId(row) : null;
  }

  private keep(): void {
    if (this.isOwed && !this.box.contains(document.activeElement)) return;
    const focused = this.api.getFocusedCell();
    const id = focused && this.idAt(focused.rowIndex);
    if (focused && id !== null) this.kept = { id, column: focused.column.getColId() };
    this.isOwed = false;
  }

  /** Unless it went elsewhere meanwhile. */
  private putBack(): void {
    if (!this.kept || this.api.isDestroyed() || this.isEditing()) return;
    const here = document.activeElement;
    const isInside = this.box.contains(here);
    this.isOwed = !isInside && here !== document.body;
    const focused = this.api.getFocusedCell();
    if (this.isOwed || (isInside && focused && this.idAt(focused.rowIndex) === this.kept.id)) return;
    this.goTo(this.kept);
  }

  /** Puts the focus on the cell that had it last, or on what took its place. */
  refocus(): void {
    const focused = this.api.getFocusedCell();
    const moved = this.isOwed ? this.kept : null;
    this.isOwed = false;
    if (moved && this.goTo(moved)) return;
    if (focused) this.api.setFocusedCell(Math.min(focused.rowIndex, this.api.getDisplayedRowCount() - 1), focused.column);
    else this.box.querySelector<HTMLElement>(".ag-cell")?.focus();
  }

  /** Whether the cell is among the rows at hand. */
  private goTo(cell: { id: string; column: string }): boolean {
    let index: number | null = null;
    this.api.forEachNode((node) => {
      if (node.data && this.rowId(node.data) === cell.id) index = node.rowIndex;
    });
    if (index !== null) this.api.setFocusedCell(index, cell.column);
    return index !== null;
  }
}
