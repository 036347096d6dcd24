// The rows of a review as its grid shows them: what was read, what is wrong, and what becomes of it.

import type { CellClassParams, ColDef, ValueSetterParams } from "ag-grid-community";
import type { IssueView } from "../../ipc/generated/IssueView";
import type { ReviewRow } from "../../ipc/generated/ReviewRow";
import { int } from "../../lib/format";
import { named, say } from "../../lib/say.svelte";
import { skipped, within, word } from "../../lib/words";
import { badge } from "../../parts/cells";
import { columnName, type Corrections, placeOf } from "./corrections.svelte";
import { sentence } from "./issues";

export interface GridRow extends ReviewRow {
  headers: string[];
  /** Place of the column with the worst finding, -1 for none. */
  place: number;
  /** Its cells as they are read: what stands in the file, or what a person said instead. */
  read: string[];
}

type Column = ColDef<GridRow> & { from?: number };
/** Takes a correction of the cell at this place. */
export type Take = (row: GridRow, place: number, becomes: string) => void;

const rank = (severity: string) => ["rejects", "warns", "informs"].indexOf(severity);
const blank = () => say("importing-blank");

/** A row with its worst finding first. */
export function gridRow(row: ReviewRow, headers: string[], corrections: Corrections): GridRow {
  const issues = [...row.issues].sort((a, b) => rank(a.severity) - rank(b.severity));
  const read = headers.map((_, index) => {
    const seen = row.cells[index] ?? "";
    return corrections.of(row.row, columnName(headers, index), seen)?.becomes ?? seen;
  });
  return { ...row, issues, headers, read, place: placeOf(headers, issues.find((one) => one.column !== null)?.column ?? null) };
}

const joined = (row: GridRow) => row.read.filter((cell) => cell !== "").join(" · ");
const change = (row: GridRow) => (row.change === null ? "" : (named("importing-row", row.change) ?? ""));
const skip = (row: GridRow) => (row.fate === "skipped" ? say("importing-row-skipped", { what: within(word(skipped, row.reason)) }) : "");

/** What is wrong with a row whose cells are not shown. */
export function told(row: GridRow): string {
  if (row.fate === "skipped") return [skip(row), joined(row)].filter(Boolean).join(" ");
  return [row.issues.map(sentence).join(" ") || joined(row), change(row)].filter(Boolean).join(" ");
}

/** What there is to say of a row beside its cells. */
export function found(row: GridRow): string {
  const issues = row.issues.map((one) => (one.column ? `${one.column}: ${sentence(one)}` : sentence(one)));
  return [skip(row), ...issues, change(row)].filter(Boolean).join(" ");
}

function result(row: GridRow): HTMLElement {
  if (row.fate === "rejected") return badge(say("importing-result-rejected"), "danger");
  if (row.fate === "skipped") return badge(say("importing-result-skipped"), "neutral");
  if (row.issues.some((one) => one.severity === "warns")) return badge(say("importing-result-check"), "warm");
  if (row.issues.some((one) => one.code === "cell_fixed")) return badge(say("importing-result-corrected"), "accent");
  if (row.change === "changed") return badge(say("importing-result-changed"), "steel");
  if (row.change === "unchanged") return badge(say("importing-result-known"), "neutral");
  if (row.change === "added") return badge(say("importing-result-new"), "accent");
  return badge(say("importing-result-imported"), "line");
}

const issueAt = (row: GridRow, place: number): IssueView | undefined => row.issues.find((one) => placeOf(row.headers, one.column) === place && one.code !== "cell_fixed");

/** Why a cell is corrected, as far as what is wrong in it says so. */
export function reasonFor(row: GridRow, place: number): string {
  const issue = issueAt(row, place);
  return issue ? sentence(issue).replace(/\.$/, "") : "";
}

const isCorrected = (row: GridRow, place: number) => place >= 0 && row.read[place] !== (row.cells[place] ?? "");

function look(row: GridRow | undefined, place: number): string {
  if (!row || place < 0) return "mono";
  if (isCorrected(row, place)) return "mono cell-corrected";
  const issue = issueAt(row, place);
  return issue && issue.severity !== "informs" ? `mono ${issue.severity === "rejects" ? "cell-wrong" : "cell-doubtful"}` : "mono";
}

/** A cell that can be corrected where it stands. */
function cell(placeIn: (row: GridRow) => number, take: Take): Column {
  return {
    sortable: false,
    editable: ({ data }) => data !== undefined && placeIn(data) >= 0 && (data.headers[placeIn(data)] ?? "") !== "",
    valueGetter: ({ data }) => (data ? (data.read[placeIn(data)] ?? "") : ""),
    valueFormatter: ({ data, value }) => (data && placeIn(data) >= 0 && value === "" && issueAt(data, placeIn(data)) ? blank() : value),
    valueSetter: ({ data, newValue }: ValueSetterParams<GridRow>) => {
      const place = placeIn(data);
      const becomes = String(newValue ?? "").trim();
      if (becomes === (data.read[place] ?? "").trim()) return false;
      data.read[place] = becomes;
      take(data, place, becomes);
      return true;
    },
    cellClass: ({ data }: CellClassParams<GridRow>) => look(data, data ? placeIn(data) : -1),
    tooltipValueGetter: ({ data }) => {
      if (!data) return "";
      const place = placeIn(data);
      const seen = data.cells[place] ?? "";
      return data.read[place] === seen ? reasonFor(data, place) || seen : (seen === "" ? say("importing-rows-file-says-nothing") : say("importing-rows-file-says", { seen }));
    },
  };
}

const rowColumn = (): Column => ({ colId: "row", headerName: say("importing-rows-column-row"), width: 96, sortable: false, cellClass: "tn", valueGetter: ({ data }) => (data ? say("importing-rows-row", { row: int(data.row) }) : "") });
const resultColumn = (): Column => ({ colId: "result", headerName: say("importing-rows-column-result"), width: 104, sortable: false, cellRenderer: ({ data }: { data?: GridRow }) => (data ? result(data) : "") });
const text = (tell: (row: GridRow) => string): Column => ({ sortable: false, tooltipValueGetter: ({ data }) => (data ? tell(data) : ""), valueGetter: ({ data }) => (data ? tell(data) : "") });

/** Each row by its worst finding. */
export function byProblem(take: Take): Column[] {
  return [
    rowColumn(),
    { colId: "column", headerName: say("importing-rows-column-column"), width: 130, ...text((row) => row.headers[row.place] ?? "") },
    // Every cell of this column is wrong somehow: only a corrected one stands out.
    { colId: "read", headerName: say("importing-rows-column-read"), width: 190, ...cell((row) => row.place, take), cellClass: ({ data }) => (data && isCorrected(data, data.place) ? "mono cell-corrected" : "mono") },
    { colId: "told", headerName: say("importing-rows-column-told"), flex: 1, minWidth: 180, ...text(told) },
    resultColumn(),
  ];
}

/** Each row by its cells; what there is to say of it comes first where every row of the list has something. */
export function byCell(headers: string[], isToldFirst: boolean, take: Take): Column[] {
  const cells = headers.flatMap((header, place): Column[] =>
    header === "" ? [] : [{ colId: `cell-${place}`, headerName: header, width: 132, ...cell(() => place, take) }],
  );
  const finding: Column = { colId: "found", headerName: say("importing-rows-column-found"), width: isToldFirst ? 260 : 420, ...text(found) };
  return [{ ...rowColumn(), pinned: "left" }, { ...resultColumn(), pinned: "left" }, ...(isToldFirst ? [finding, ...cells] : [...cells, finding])];
}
