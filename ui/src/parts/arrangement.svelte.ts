// How a person arranged the columns of a table: their order, widths, and those shown or hidden by hand. Remembered under
// the table's name where it has one, else as long as the table lasts.

import type { ColumnState } from "ag-grid-community";
import type { Column } from "./columns";

interface Kept {
  order: string[];
  shown: Record<string, boolean>;
  widths: Record<string, number>;
}

const NONE: Kept = { order: [], shown: {}, widths: {} };
const key = (name: string) => `table.${name}`;

function remembered(name: string | undefined): Kept {
  try {
    return { ...NONE, ...(JSON.parse((name && localStorage.getItem(key(name))) || "{}") as Partial<Kept>) };
  } catch {
    return NONE;
  }
}

export class ColumnArrangement<Row> {
  private kept = $state.raw<Kept>(NONE);

  constructor(
    private readonly columns: () => Column<Row>[],
    private readonly name: string | undefined,
  ) {
    this.kept = remembered(name);
  }

  /** All columns as a person put them; new ones keep their place at the end. */
  readonly ordered = $derived.by(() => {
    const { order, widths } = this.kept;
    const columns = this.columns();
    const place = (column: Column<Row>) => {
      const at = order.indexOf(column.colId ?? "");
      return at < 0 ? order.length + columns.indexOf(column) : at;
    };
    const sorted = order.length === 0 ? columns : [...columns].sort((one, other) => place(one) - place(other));
    return sorted.map((column) => (column.colId && widths[column.colId] ? { ...column, width: widths[column.colId], flex: undefined } : column));
  });

  /** Whether a column is shown in this room: as a person said, else where there is room for it. */
  shows(column: Column<Row>, room: number): boolean {
    return this.kept.shown[column.colId ?? ""] ?? (!column.from || room >= column.from);
  }

  show(id: string, isOn: boolean): void {
    this.change({ shown: { ...this.kept.shown, [id]: isOn } });
  }

  move(id: string, step: number): void {
    const order = this.ordered.map((column) => column.colId ?? "");
    const from = order.indexOf(id);
    order.splice(Math.min(order.length - 1, Math.max(0, from + step)), 0, ...order.splice(from, 1));
    this.change({ order });
  }

  /** What was dragged in the grid itself. */
  take(state: ColumnState[]): void {
    const before = new Map(this.columns().map((column) => [column.colId, column.width]));
    const resized = state.filter((one) => one.width && !one.flex && before.get(one.colId) !== undefined && one.width !== before.get(one.colId));
    this.change({ order: state.map((one) => one.colId), widths: { ...this.kept.widths, ...Object.fromEntries(resized.map((one) => [one.colId, one.width ?? 0])) } });
  }

  clear(): void {
    this.kept = NONE;
    if (this.name) localStorage.removeItem(key(this.name));
  }

  private change(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    if (this.name) localStorage.setItem(key(this.name), JSON.stringify(this.kept));
  }
}
