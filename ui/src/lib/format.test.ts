import { afterEach, describe, expect, it } from "vitest";
import { day, daysLeft, readDay } from "./date";
import { columnDigits, decimal, int, kg, money, percent, readDecimal, readInt, setLocale, shortenMiddle, shortMoney } from "./format";

afterEach(() => setLocale("en-GB"));

describe("numbers", () => {
  it("groups without losing a digit", () => {
    expect(int(1250000)).toBe("1,250,000");
    expect(int("90071992547409931")).toBe("90,071,992,547,409,931");
    expect(int(-12)).toBe("−12");
    expect(kg("268412.700")).toBe("268,412.7\u00a0kg");
  });
  it("keeps a column's points in one line", () => {
    expect(columnDigits(["24.6", "1.42", null, "6.1000"])).toBe(2);
    expect(decimal("24.6", 2)).toBe("24.60");
  });
  it("writes money and percent", () => {
    expect(money("996300", "EUR")).toBe("€996,300");
    expect(money("1.5", "EUR")).toBe("€1.50");
    expect(percent("63.2")).toBe("63.20\u202f%");
  });
  it("follows the locale", () => {
    setLocale("de-DE");
    expect(decimal("1250000.5")).toBe("1.250.000,5");
    expect(money("996300", "EUR")).toBe("996.300\u00a0€");
    expect(readDecimal("1.250.000,5")).toBe("1250000.5");
    expect(readDecimal("14,2")).toBe("14.2");
    expect(readDecimal("14.2")).toBe("14.2");
    setLocale("nonsense!");
    expect(int(1000)).toBe("1,000");
  });
  it("reads what people type", () => {
    expect(readInt("200,000")).toBe(200000);
    expect(readInt("200 000")).toBe(200000);
    expect(readInt("4.5")).toBeNull();
    expect(readInt("abc")).toBeNull();
    expect(readInt("99999999999999999999")).toBeNull();
    expect(readDecimal(".5")).toBe("0.5");
    expect(readDecimal("1e5")).toBeNull();
  });
  it("shortens in the middle", () => {
    expect(shortenMiddle("procurement_2025_H2.xlsx", 16)).toBe("procurem…H2.xlsx");
  });
});

describe("days", () => {
  it("reads several ways of writing one day", () => {
    for (const typed of ["2026-06-16", "16 Jun 2026", "16 June 2026", "Jun 16, 2026", "16.06.2026", "16/6/2026"]) {
      expect(readDay(typed)).toBe("2026-06-16");
    }
    expect(readDay("31.02.2026")).toBeNull();
    expect(readDay("soon")).toBeNull();
    setLocale("en-US");
    expect(readDay("6/16/2026")).toBe("2026-06-16");
  });
  it("writes them", () => {
    expect(day("2026-06-16")).toBe("16\u00a0Jun\u00a02026");
    expect(day(null)).toBe("–");
    expect(daysLeft(1)).toBe("1 day");
    expect(daysLeft(-47)).toBe("47 days late");
  });
});

it("money in a card is short", () => {
  setLocale("en-GB");
  expect(shortMoney("3041081.55", "EUR")).toBe("€3.04m");
  expect(shortMoney("85403.45", "EUR")).toBe("€85.4k");
  expect(shortMoney("12.5", "EUR")).toBe("€12.50");
  setLocale("de-DE");
  expect(shortMoney("3041081.55", "EUR")).toBe("3,04\u00a0Mio.\u00a0€");
  expect(shortMoney("12.5", "EUR")).toBe("12,50\u00a0€");
  setLocale("en-GB");
});
