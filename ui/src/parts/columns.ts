// The columns of a table: what each says plainly when it is copied or written, and how a person arranged them.

import type { ColDef, GridApi, IRowNode } from "ag-grid-community";
import { decimalMark, readDecimal } from "../lib/format";

export type Column<Row> = ColDef<Row> & {
  /** Width of the table from which it is shown. */
  from?: number;
  /** What stands in it, exactly: a number with a point and without separators, a day as ISO text. What is shown where left out. */
  plain?: (row: Row) => string | number | null;
};

/** A table to be written, as Rust takes it. */
export interface PlainTable {
  name: string;
  columns: { header: string; is_number: boolean }[];
  rows: string[][];
}

export const isNumber = <Row>(column: Column<Row>): boolean => column.type === "rightAligned";
export const nameOf = <Row>(column: Column<Row>): string => column.headerName ?? "";

/** What stands in a cell; the sign for nothing is nothing. */
export function plain<Row>(api: GridApi<Row>, column: Column<Row>, node: Pick<IRowNode<Row>, "data">): string {
  if (!node.data) return "";
  if (column.plain) return String(column.plain(node.data) ?? "");
  const value: unknown = api.getCellValue({ rowNode: node as IRowNode<Row>, colKey: column.colId ?? "", useFormatter: true });
  const text = (typeof value === "string" ? value : value === null || value === undefined ? "" : String(value)).replace(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "");
  if (text === "\u2013") return "";
  return isNumber(column) ? (readDecimal(text) ?? text) : text;
}

/** The same as a spreadsheet of this locale takes it, in one line. */
export function pasted<Row>(column: Column<Row>, text: string): string {
  const said = isNumber(column) && /^-?\d+\.\d+$/.test(text) ? text.replace(".", decimalMark()) : text;
  return said.replace(/[\t\r\n]+/g, " ");
}

/** Rows from a place on, asked for in pages. */
export async function rowsFrom<Row>(page: (from: number, limit: number) => Promise<{ rows: Row[] }>, from: number, limit: number): Promise<Row[]> {
  const found: Row[] = [];
  while (found.length < limit) {
    const { rows } = await page(from + found.length, Math.min(500, limit - found.length));
    if (rows.length === 0) break;
    found.push(...rows);
  }
  return found;
}
