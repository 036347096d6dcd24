// The place in a grid whose rows are asked for again: the focus stays on its row, wherever that row is by then.

import type { GridApi } from "ag-grid-community";

export class Place<Row> {
  private kept: { id: string; column: string } | null = null;
  private isEditing = false;
  private isStale = false;

  constructor(
    private readonly api: GridApi<Row>,
    private readonly box: HTMLElement,
    private readonly rowId: (row: Row) => string,
  ) {}

  /** Rows are left alone while a cell is being edited. */
  edits(isEditing: boolean): void {
    this.isEditing = isEditing;
    if (!isEditing && this.isStale) setTimeout(() => this.askAgain());
  }

  askAgain(): void {
    if (this.api.isDestroyed()) return;
    this.isStale = this.isEditing;
    if (this.isEditing) return;
    const focused = this.api.getFocusedCell();
    const row = focused && this.api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
    this.kept = row && this.box.contains(document.activeElement) ? { id: this.rowId(row), column: focused.column.getColId() } : null;
    this.api.refreshInfiniteCache();
  }

  /** Once rows have come: puts the focus back, unless it went elsewhere meanwhile. */
  rowsCame(): void {
    const wanted = this.kept;
    const isElsewhere = document.activeElement !== document.body && !this.box.contains(document.activeElement);
    if (!wanted || this.isEditing || isElsewhere || this.api.isDestroyed()) return;
    this.api.forEachNode((node) => {
      if (!node.data || node.rowIndex === null || this.rowId(node.data) !== wanted.id) return;
      this.kept = null;
      this.api.setFocusedCell(node.rowIndex, wanted.column);
    });
  }

  /** Puts the focus on the cell that had it last. */
  refocus(): void {
    const focused = this.api.getFocusedCell();
    if (focused) this.api.setFocusedCell(focused.rowIndex, focused.column);
    else this.box.querySelector<HTMLElement>(".ag-cell")?.focus();
  }
}
