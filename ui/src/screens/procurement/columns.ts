// The columns of the lines, as the board has them.

import type { LineView } from "../../ipc/generated/LineView";
import { day, dayRoom } from "../../lib/date";
import { fractionDigits } from "../../lib/decimal";
import { DASH, decimal, int } from "../../lib/format";
import { say } from "../../lib/say.svelte";
import { category, conditions, flags, tiers, word } from "../../lib/words";
import { badge, middle, pair, span } from "../../parts/cells";
import type { Column as TableColumn } from "../../parts/columns";

export type Column = TableColumn<LineView>;

/** Decimals stand in one line: a column's digits grow with what it has met. */
class Digits {
  unit = 0;
  line = 0;
  meet(lines: LineView[]): boolean {
    const [unit, line] = [this.unit, this.line];
    for (const one of lines) {
      this.unit = Math.min(3, Math.max(this.unit, fractionDigits(one.unit_mass_kg ?? "0")));
      this.line = Math.min(3, Math.max(this.line, fractionDigits(one.mass_kg ?? "0")));
    }
    return unit !== this.unit || line !== this.line;
  }
}

const number = { type: "rightAligned" } as const;
const text = (value: string | null) => value ?? DASH;

function state(line: LineView): HTMLElement {
  if (line.out_of_scope_because) return badge(say("procurement-out-of-scope"), "neutral");
  const one = conditions[line.condition] ?? { text: line.condition, tone: "line" };
  return badge(one.text, one.tone);
}

function source(line: LineView): HTMLElement {
  if (line.out_of_scope_because) return span(DASH, "m");
  if (line.weight_source === "unresolved") return badge(say("procurement-no-weight"), "warm", "warn");
  return span(word(tiers, line.tier), "q");
}

export function lineColumns(): { columns: Column[]; digits: Digits } {
  const digits = new Digits();
  const columns: Column[] = [
    { colId: "date", headerName: say("procurement-column-date"), width: Math.max(104, dayRoom() + 25), cellClass: "q tn", plain: (line) => line.date, valueGetter: ({ data }) => (data ? day(data.date) : "") },
    {
      colId: "item",
      headerName: say("procurement-column-item"),
      flex: 1,
      minWidth: 150,
      valueGetter: ({ data }) => (data ? (data.item ?? ([data.manufacturer, data.model].filter(Boolean).join(" ") || DASH)) : ""),
      tooltipValueGetter: ({ data }) => [data?.item, data?.manufacturer, data?.model].filter(Boolean).join(" · "),
    },
    { colId: "category", headerName: say("procurement-column-category"), width: 92, cellClass: "q", valueGetter: ({ data }) => (data ? (data.category ? category(data.category) : DASH) : "") },
    {
      colId: "condition",
      headerName: say("procurement-column-condition"),
      width: 100,
      plain: (line) => (line.out_of_scope_because ? say("procurement-out-of-scope") : (conditions[line.condition]?.text ?? line.condition)),
      cellRenderer: ({ data }: { data?: LineView }) => (data ? state(data) : ""),
      tooltipValueGetter: ({ data }) => data?.out_of_scope_because ?? data?.flags.map((flag) => flags[flag] ?? flag).join(". "),
    },
    { colId: "quantity", headerName: say("procurement-column-quantity"), width: 80, ...number, plain: (line) => line.quantity, valueGetter: ({ data }) => (data ? int(data.quantity) : "") },
    { colId: "unit", headerName: say("procurement-column-unit-mass"), width: 70, from: 980, ...number, sortable: false, plain: (line) => line.unit_mass_kg, valueGetter: ({ data }) => (data?.unit_mass_kg ? decimal(data.unit_mass_kg, digits.unit) : data ? DASH : "") },
    { colId: "mass", headerName: say("procurement-column-line-mass"), width: 90, ...number, cellClass: "b ag-right-aligned-cell", plain: (line) => line.mass_kg, valueGetter: ({ data }) => (data?.mass_kg ? decimal(data.mass_kg, digits.line) : data ? DASH : "") },
    { colId: "source", headerName: say("procurement-column-weight-from"), width: 108, sortable: false, plain: (line) => (line.out_of_scope_because ? null : word(tiers, line.tier)), cellRenderer: ({ data }: { data?: LineView }) => (data ? source(data) : "") },
    { colId: "supplier", headerName: say("procurement-column-supplier"), width: 140, sortable: false, from: 1300, cellClass: "q", valueGetter: ({ data }) => (data ? text(data.supplier) : "") },
    { colId: "order", headerName: say("procurement-column-order"), width: 120, sortable: false, from: 1500, cellClass: "q", valueGetter: ({ data }) => (data ? text(data.order_number) : "") },
    { colId: "entity", headerName: say("procurement-column-entity"), width: 130, sortable: false, from: 9999, cellClass: "q", valueGetter: ({ data }) => (data ? text(data.entity) : "") },
    { colId: "scope3", headerName: say("procurement-column-scope3"), width: 76, sortable: false, from: 9999, ...number, plain: (line) => line.scope3_category, valueGetter: ({ data }) => data?.scope3_category },
    {
      colId: "row",
      headerName: say("procurement-column-place"),
      minWidth: 160,
      flex: 1,
      from: 860,
      cellClass: "prov",
      plain: (line) => `${line.file_name} · ${line.sheet} · ${say("procurement-row", { row: String(line.row) })}`,
      cellRenderer: ({ data }: { data?: LineView }) => (data ? pair(middle(data.file_name, "m", 8), span(`· ${data.sheet}`, "trunc m gives"), span(say("procurement-row", { row: int(data.row) }), "q")) : ""),
      tooltipValueGetter: ({ data }) => (data ? `${data.file_name} · ${data.sheet} · ${say("procurement-row", { row: int(data.row) })}` : ""),
    },
  ];
  return { columns, digits };
}
