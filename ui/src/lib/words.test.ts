import { expect, it } from "vitest";
import { serials, shortName } from "./words";

it("joins a prefix with its number", () => {
  expect(serials("US-O", 690001, 730000)).toBe("US-O-690001–730000");
  expect(serials("NL-G-", 1)).toBe("NL-G-1");
  expect(serials("", 7, 9)).toBe("7–9");
});

it("leaves the legal form out of a name", () => {
  expect(shortName("Larkmoor Group SE")).toBe("Larkmoor Group");
  expect(shortName("Weber Technik GmbH & Co. KG")).toBe("Weber Technik");
  expect(shortName("Ridgeway, Inc.")).toBe("Ridgeway");
  expect(shortName("Vega")).toBe("Vega");
  expect(shortName("AG")).toBe("AG");
});
