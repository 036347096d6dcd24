// What an edit of lines is said to have done, and lines that match a filter, all of them.

import { linesPage } from "../../ipc";
import type { LinesEdited } from "../../ipc/generated/LinesEdited";
import type { LinesQuery } from "../../ipc/generated/LinesQuery";
import type { LineView } from "../../ipc/generated/LineView";
import { decimal } from "../../lib/format";
import { named, say } from "../../lib/say.svelte";

/** Each condition with its name where there is room. */
export const conditionNames = () =>
  [
    ["new", say("procurement-condition-new")],
    ["refurbished", say("procurement-condition-refurbished")],
    ["used", say("procurement-condition-used")],
    ["unknown", say("procurement-condition-unknown")],
  ] as const;

/** Why something is no hardware, within a sentence. */
export const reason = (key: string): string => named("procurement-reason", key) ?? key.replaceAll("_", " ");

/** Lines that one edit takes at most. */
export const MOST_EDITED = 10_000;
const PAGE = 500;

export function toldEdit(done: LinesEdited): string {
  const { mass_kg_new_before: before, mass_kg_new_after: after } = done;
  if (before === after) return say("procurement-edited-same", { count: done.lines });
  return say("procurement-edited-moved", { count: done.lines, before: decimal(before), after: decimal(after) });
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
