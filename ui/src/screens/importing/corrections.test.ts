import { expect, it } from "vitest";
import { columnName, Corrections, placeOf } from "./corrections.svelte";

const made = (row: number | null, seen: string, becomes: string, because = "a slip") => ({ row, column: "Quantity", seen, becomes, because, at: row });

it("tells two columns of one name apart by their place", () => {
  const headers = ["Item", "Quantity", "", "Quantity"];
  expect([columnName(headers, 1), columnName(headers, 3)]).toEqual(["Quantity", "Quantity#2"]);
  expect([placeOf(headers, "Quantity#2"), placeOf(headers, "Quantity"), placeOf(headers, "Tag"), placeOf(headers, null)]).toEqual([3, 1, -1, -1]);
});

it("reads a cell by the last correction that means it", () => {
  const corrections = new Corrections();
  corrections.add(made(null, "4.5", "5"));
  corrections.add(made(7, "4.5", "4"));
  expect(corrections.of(7, "Quantity", " 4.5")?.becomes).toBe("4");
  expect(corrections.of(8, "Quantity", "4.5")?.becomes).toBe("5");
  expect(corrections.of(8, "Quantity", "4.6")).toBeNull();
});

it("corrects a cell once, and takes each step back", () => {
  const corrections = new Corrections();
  corrections.add(made(7, "4.5", "4"));
  corrections.add(made(7, "4.5", "5"));
  const [one] = corrections.list;
  expect(corrections.list.length).toBe(1);
  corrections.change(one!, { row: null });
  expect(corrections.of(9, "Quantity", "4.5")?.becomes).toBe("5");
  corrections.undo();
  expect(corrections.of(9, "Quantity", "4.5")).toBeNull();
  corrections.undo();
  expect(corrections.of(7, "Quantity", "4.5")?.becomes).toBe("4");
  expect([corrections.undo(), corrections.list.length, corrections.undo()]).toEqual([true, 0, false]);
});

it("keeps back what has no reason yet", () => {
  const corrections = new Corrections();
  corrections.add(made(7, "4.5", "4", " "), made(8, "x", "1"));
  expect(corrections.explained).toEqual([{ row: 8, column: "Quantity", seen: "x", becomes: "1", because: "a slip" }]);
  expect(corrections.unexplained.length).toBe(1);
});
