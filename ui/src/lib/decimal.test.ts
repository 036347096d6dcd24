import { describe, expect, it } from "vitest";
import { add, compare, fractionDigits, multiply, percentOf, round, share, subtract, trim } from "./decimal";

describe("decimals are exact", () => {
  const rounded: [string, number, string][] = [
    ["1.005", 2, "1.00"],
    ["1.015", 2, "1.02"],
    ["-1.015", 2, "-1.02"],
    ["2.5", 0, "2"],
    ["3.5", 0, "4"],
    ["1250000", 3, "1250000.000"],
    ["90071992547409931.25", 1, "90071992547409931.2"],
    ["0.0004", 3, "0.000"],
  ];
  it.each(rounded)("rounds %s to %i digits", (text, digits, expected) => expect(round(text, digits)).toBe(expected));

  it("adds, subtracts, multiplies", () => {
    expect(add("251206.4", "17206.3")).toBe("268412.7");
    expect(subtract("271940.3", "268412.7")).toBe("3527.6");
    expect(subtract("1", "-0.5")).toBe("1.5");
    expect(multiply("212", "14.2")).toBe("3010.4");
    expect(multiply("200000", "1.55")).toBe("310000.00");
  });

  it("takes percentages", () => {
    expect(percentOf(790000, 1250000)).toBe("63.20");
    expect(percentOf("300000", "420000")).toBe("71.43");
    expect(percentOf("1", "3", 1)).toBe("33.3");
    expect(percentOf(1, 0)).toBeNull();
    expect(share("1053500", "1250000")).toBeCloseTo(0.8428);
  });

  it("trims and compares", () => {
    expect(trim("1.500")).toBe("1.5");
    expect(trim("100")).toBe("100");
    expect(trim("10.000")).toBe("10");
    expect(fractionDigits("24.600")).toBe(1);
    expect(compare("1.10", "1.1")).toBe(0);
    expect(compare("-2", "1")).toBe(-1);
  });
});
