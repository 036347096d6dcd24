import { expect, it } from "vitest";
import { sentence } from "./issues";

const cases: [code: string, seen: string, expected: string, told: string][] = [
  ["negative_mass", "-12", "a mass of zero or more", "Expected a mass of zero or more, found “-12”."],
  ["missing_quantity", "", "a quantity", "Expected a quantity, found nothing."],
  ["unknown_condition", "B-Ware", "new, refurbished or used; it counts as new", "Expected new, refurbished or used, found “B-Ware”; it counts as new."],
  ["out_of_scope", "Freight", "hardware; this is freight", "Not hardware but freight: kept out of the total."],
  ["returned_goods", "-4", "a purchase; it lessens the year", "A return: it lessens the year."],
  ["year_assumed", "12 rows without", "a date; they take reporting year 2025", "12 rows without a date; they take reporting year 2025."],
  ["mass_mismatch", "48 kg", "50 kg, quantity × unit mass; the stated total is kept", "Quantity × unit mass gives 50 kg, the file says “48 kg”; the stated total is kept."],
  ["mass_unit_assumed", "Weight", "a unit in the header; kg was taken", "“Weight” names no unit; kg was taken."],
  ["unit_assumed", "31 rows without", "a unit of mass; kg was taken", "31 rows without a unit of mass; kg was taken."],
  ["cell_fixed", "4,5", "“4”, as corrected; a slip", "Read as “4”, as corrected: a slip."],
  ["ambiguous_date", "03/04/2025", "a day above 12 somewhere; the day was taken first", "Day and month cannot be told apart, as in “03/04/2025”; the day was taken first."],
  ["overlap", "US-O 1 to 9", "The serials 1 to 9 stand in lot A already.", "The serials 1 to 9 stand in lot A already."],
];

it.each(cases)("%s", (code, seen, expected, told) => expect(sentence({ code, seen, expected })).toBe(told));
