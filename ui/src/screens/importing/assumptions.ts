// What an import takes for granted, and where each of it is changed.

import type { ImportReport } from "../../ipc/generated/ImportReport";
import type { IssueView } from "../../ipc/generated/IssueView";

/** Codes of what is assumed, with the control that changes it where it is not the column's own. */
const ASSUMED: Record<string, string> = {
  year_assumed: "import-year",
  year_of_sheet: "import-year",
  mass_unit_assumed: "import-unit",
  unit_assumed: "import-unit",
  quantity_implied: "",
  class_assumed: "",
  condition_unknown: "",
  filled_down: "",
  pieces_counted: "",
  column_unused: "",
  bundle_parts: "",
  gross_weight: "",
  known_system: "",
};

/** What was assumed for the whole table, once each. */
export function assumptions(report: ImportReport | null): IssueView[] {
  const assumed = (report?.issues ?? []).filter((one) => one.code in ASSUMED);
  return assumed.filter((one, index) => assumed.findIndex((other) => other.code === one.code && other.column === one.column) === index);
}

/** The control that changes an assumption: its own, that of its column, or the list of all columns. */
export function control(issue: IssueView, headers: readonly { header: string; index: number }[]): string {
  const own = ASSUMED[issue.code];
  if (own) return `[data-testid="${own}"]`;
  const column = headers.find((one) => one.header === issue.column);
  return `[data-testid="column-${(column ?? headers[0])?.index ?? 0}"]`;
}
