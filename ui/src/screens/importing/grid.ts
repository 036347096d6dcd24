// The rows of a review as its grid shows them: what was read, what is wrong, and what becomes of it.

import type { ColDef } from "ag-grid-community";
import type { ReviewRow } from "../../ipc/generated/ReviewRow";
import { int } from "../../lib/format";
import { skipped, word } from "../../lib/words";
import { badge } from "../../parts/cells";
import { sentence } from "./issues";

export interface GridRow extends ReviewRow {
  headers: string[];
  /** Header of the column with the worst finding. */
  column: string | null;
}

const rank = (severity: string) => ["rejects", "warns", "informs"].indexOf(severity);

/** A row with its worst finding first. */
export function gridRow(row: ReviewRow, headers: string[]): GridRow {
  const issues = [...row.issues].sort((a, b) => rank(a.severity) - rank(b.severity));
  return { ...row, issues, headers, column: issues[0]?.column ?? null };
}

export function read(row: GridRow): string {
  const first = row.issues[0];
  return first ? first.seen || "(blank)" : "";
}

export function told(row: GridRow): string {
  if (row.fate === "skipped") return [`Skipped with the ${word(skipped, row.reason).toLowerCase()}.`, row.cells.filter((cell) => cell !== "").join(" · ")].filter(Boolean).join(" ");
  const found = row.issues.map(sentence).join(" ");
  const change = row.change === "unchanged" ? "Stands already as it is." : row.change === "changed" ? "Stands already and says something else." : row.change === "added" ? "New beside the earlier lines." : "";
  const cells = row.cells.filter((cell) => cell !== "").join(" · ");
  return [found || cells, change].filter(Boolean).join(" ");
}

function result(row: GridRow): HTMLElement {
  if (row.fate === "rejected") return badge("Rejected", "danger");
  if (row.fate === "skipped") return badge("Skipped", "neutral");
  if (row.issues.some((one) => one.severity === "warns")) return badge("Check", "warm");
  if (row.change === "changed") return badge("Changed", "steel");
  if (row.change === "unchanged") return badge("Known", "neutral");
  return badge("Imported", "line");
}

export const columns: (ColDef<GridRow> & { from?: number })[] = [
  { colId: "row", headerName: "Row", width: 96, sortable: false, cellClass: "tn", valueGetter: ({ data }) => (data ? `Row ${int(data.row)}` : "") },
  { colId: "column", headerName: "Column", width: 130, sortable: false, valueGetter: ({ data }) => data?.column ?? "" },
  { colId: "read", headerName: "What we read", width: 190, sortable: false, cellClass: "mono", valueGetter: ({ data }) => (data ? read(data) : "") },
  { colId: "told", headerName: "What is wrong, and what would be right", flex: 1, minWidth: 180, sortable: false, tooltipValueGetter: ({ data }) => (data ? told(data) : ""), valueGetter: ({ data }) => (data ? told(data) : "") },
  { colId: "result", headerName: "Result", width: 104, sortable: false, cellRenderer: ({ data }: { data?: GridRow }) => (data ? result(data) : "") },
];
