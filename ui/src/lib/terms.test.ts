import { afterEach, describe, expect, test } from "vitest";
import { languages, speak } from "./say.svelte";
import { term, terms, termsLike } from "./terms";

const pages = import.meta.glob("../**/*.svelte", { eager: true, query: "?raw", import: "default" }) as Record<string, string>;

afterEach(() => speak("en"));

describe("terms", () => {
  test.each(languages)("each has a key and a name of its own, two sentences and a source: %s", (language) => {
    speak(language);
    expect(terms().length).toBeGreaterThan(25);
    expect(new Set(terms().map((one) => one.key)).size).toBe(terms().length);
    expect(new Set(terms().map((one) => one.term)).size).toBe(terms().length);
    for (const one of terms()) {
      expect(one.text.split(/(?<=[.:]) (?=[A-Z0-9])/).length, one.key).toBeGreaterThanOrEqual(2);
      expect(one.text.endsWith("."), one.key).toBe(true);
      expect(one.source, one.key).not.toBe("");
    }
  });

  test("every term that a page explains is there, and no text forbids itself", () => {
    const used = Object.values(pages).flatMap((page) => [...page.matchAll(/<Term of="([a-z0-9_]+)"/g)].map((one) => one[1] ?? ""));
    expect(used.length).toBeGreaterThan(8);
    for (const key of used) expect(term(key).key).toBe(key);
    expect(terms().filter((one) => /carbon neutral|climate-friendly/i.test(one.text))).toEqual([]);
  });

  test("is found by its name and by its words", () => {
    expect(termsLike("vintage").map((one) => one.key)).toContain("vintage");
    expect(termsLike("SERIAL NUMBERS IN A ROW").map((one) => one.key)).toEqual(["lot"]);
    expect(termsLike("no such thing")).toEqual([]);
    expect(() => term("nothing")).toThrow("nothing");
  });
});
