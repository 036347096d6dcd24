import { expect, it } from "vitest";
import { gridRow, read, told } from "./grid";

const issue = (severity: string, column: string, seen: string) => ({ row: 5, column, code: "not_whole", severity, seen, expected: "a whole number" });
const row = { row: 5, fate: "imported", reason: "", change: null, cells: ["Laptop", "", "4.5"], issues: [] };

it("shows the worst finding of a row first", () => {
  const one = gridRow({ ...row, fate: "rejected", issues: [issue("informs", "Item", "x"), issue("rejects", "Quantity", "4.5")] }, ["Item", "Tag", "Quantity"]);
  expect([one.column, read(one)]).toEqual(["Quantity", "4.5"]);
  expect(told(one)).toBe("Expected a whole number, found “4.5”. Expected a whole number, found “x”.");
});

it("shows a right row as it stands, and why another is none", () => {
  const headers = ["Item", "Tag", "Quantity"];
  expect(told(gridRow(row, headers))).toBe("Laptop · 4.5");
  expect(told(gridRow({ ...row, change: "unchanged" }, headers))).toBe("Laptop · 4.5 Stands already as it is.");
  expect(told(gridRow({ ...row, fate: "skipped", reason: "total" }, headers))).toBe("Skipped with the totals. Laptop · 4.5");
});
