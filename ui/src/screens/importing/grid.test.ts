import { expect, it } from "vitest";
import { Corrections } from "./corrections.svelte";
import { found, gridRow, reasonFor, told } from "./grid";

const issue = (severity: string, column: string, seen: string) => ({ row: 5, column, code: "not_whole", severity, seen, expected: "a whole number" });
const row = { row: 5, fate: "imported", reason: "", change: null, cells: ["Laptop", "", "4.5"], issues: [] };
const headers = ["Item", "Tag", "Quantity"];
const none = new Corrections();

it("shows the worst finding of a row first", () => {
  const one = gridRow({ ...row, fate: "rejected", issues: [issue("informs", "Item", "x"), issue("rejects", "Quantity", "4.5")] }, headers, none);
  expect([one.place, one.read[one.place]]).toEqual([2, "4.5"]);
  expect(told(one)).toBe("Expected a whole number, found “4.5”. Expected a whole number, found “x”.");
  expect(found(one)).toBe("Quantity: Expected a whole number, found “4.5”. Item: Expected a whole number, found “x”.");
});

it("shows a right row as it stands, and why another is none", () => {
  expect(told(gridRow(row, headers, none))).toBe("Laptop · 4.5");
  expect(told(gridRow({ ...row, change: "unchanged" }, headers, none))).toBe("Laptop · 4.5 Stands already as it is.");
  expect(told(gridRow({ ...row, fate: "skipped", reason: "total" }, headers, none))).toBe("Skipped with the totals. Laptop · 4.5");
});

it("reads a corrected cell as corrected, and takes what was wrong in it for the reason", () => {
  const corrections = new Corrections();
  corrections.add({ row: 5, column: "Quantity", seen: "4.5", becomes: "5", because: "a slip", at: 5 });
  const one = gridRow({ ...row, issues: [issue("rejects", "Quantity", "4.5")] }, headers, corrections);
  expect([one.cells[2], one.read[2]]).toEqual(["4.5", "5"]);
  expect([reasonFor(one, 2), reasonFor(one, 0)]).toEqual(["Expected a whole number, found “4.5”", ""]);
});
