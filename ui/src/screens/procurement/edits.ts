// What an edit of lines is said to have done, and lines that match a filter, all of them.

import { linesPage } from "../../ipc";
import type { LinesEdited } from "../../ipc/generated/LinesEdited";
import type { LinesQuery } from "../../ipc/generated/LinesQuery";
import type { LineView } from "../../ipc/generated/LineView";
import { count, decimal } from "../../lib/format";

/** The same where there is room. */
export const conditionNames: Record<string, string> = { new: "New", refurbished: "Refurbished", used: "Used", unknown: "Unknown, counted as new" };

/** Why something is no hardware. */
export const reasons: Record<string, string> = { licence: "Licence", software: "Software", warranty: "Warranty", service: "Service", freight: "Freight", fee: "Fee", consumable: "Consumable" };

/** Lines that one edit takes at most. */
export const MOST_EDITED = 10_000;
const PAGE = 500;

export function toldEdit(done: LinesEdited): string {
  const { mass_kg_new_before: before, mass_kg_new_after: after } = done;
  const moved = before === after ? "New mass of open years stays" : `New mass of open years ${decimal(before)} → ${decimal(after)} kg`;
  return `${count(done.lines, "line", "lines")} edited. ${moved}.`;
}

/** Every line that matches, in pages. */
export async function allThatMatch(filter: Omit<LinesQuery, "offset" | "limit" | "sort" | "descending" | "with_totals">): Promise<LineView[]> {
  const lines: LineView[] = [];
  for (;;) {
    const page = await linesPage({ ...filter, offset: lines.length, limit: PAGE, sort: "row", descending: false, with_totals: false });
    lines.push(...page.lines);
    if (page.lines.length === 0 || lines.length >= Math.min(page.total, MOST_EDITED)) return lines.slice(0, MOST_EDITED);
  }
}
