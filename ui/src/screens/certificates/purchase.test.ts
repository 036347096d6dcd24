import { expect, it } from "vitest";
import { complaints, empty, type PurchaseForm, quantityOf, request } from "./purchase";

const form = (over: Partial<PurchaseForm>): PurchaseForm => ({ ...empty(2025, { registry: null, currency: null }, "2026-06-16"), registry: "BLM", serial_start: "1", serial_end: "200,000", ...over });

const cases: [string, Partial<PurchaseForm>, number | null, string[]][] = [
  ["a block of serials", {}, 200000, []],
  ["one certificate", { serial_start: "7", serial_end: "7" }, 1, []],
  ["last before first", { serial_start: "9", serial_end: "7" }, null, ["serial_end"]],
  ["no registry", { registry: " " }, 200000, ["registry"]],
  ["a vintage that is none", { vintage: "25" }, 200000, ["vintage"]],
  ["a price without a currency", { unit_price: "1.55", currency: "" }, 200000, ["currency"]],
  ["a price in words", { unit_price: "cheap" }, 200000, ["unit_price"]],
];

it.each(cases)("%s", (_, over, quantity, wrong) => {
  expect(quantityOf(form(over))).toBe(quantity);
  expect(Object.keys(complaints(form(over)))).toEqual(wrong);
});

it("leaves out what was not given", () => {
  const asked = request(form({ unit_price: "1.55", currency: "eur" }));
  expect(asked).toMatchObject({ serial_start: 1, serial_end: 200000, unit_price: "1.55", currency: "EUR", project: null, expires_on: null, trade_date: "2026-06-16" });
});
