import { expect, test } from "vitest";
import type { ImportReport } from "../../ipc/generated/ImportReport";
import { assumptions, control } from "./assumptions";

const issue = (code: string, column: string | null) => ({ row: 1, column, code, severity: "informs", seen: "", expected: "" });

test("what is assumed is listed once, and leads to what changes it", () => {
  const issues = [issue("year_assumed", null), issue("column_unused", "EOL"), issue("column_unused", "EOL"), issue("not_a_number", "Qty")];
  const found = assumptions({ issues } as unknown as ImportReport);
  expect(found.map((one) => one.code)).toEqual(["year_assumed", "column_unused"]);
  const headers = [
    { header: "Item", index: 0 },
    { header: "EOL", index: 4 },
  ];
  expect(found.map((one) => control(one, headers))).toEqual(['[data-testid="import-year"]', '[data-testid="column-4"]']);
});
