import { expect, test } from "vitest";
import { ends, nameOf, towards } from "./drivers";

test("a path has two ends however it is written", () => {
  for (const text of ["10,15,30", "10 15 30", "10..30", "10;30"]) expect(ends(text)).toEqual(["10", "30"]);
  expect(ends("6.25")).toEqual(["6.25", "6.25"]);
  expect(ends("")).toEqual(["", ""]);
});

test("a moved end keeps the beginning", () => {
  expect(towards("6.25", 30)).toBe("6.25..30");
  expect(towards("10,15,20", 25)).toBe("10..25");
  expect(towards("10..30", 10)).toBe("10");
  expect(towards("", 0.1 + 0.2)).toBe("0.3");
});

test("a driver of one provider names it", () => {
  expect(nameOf("yield.Ridgeway ITAD")).toBe("ITAD yield, %: Ridgeway ITAD");
});
