import { afterEach, expect, it } from "vitest";
import { setLocale } from "./format";
import { language, languages, named, pieces, say, speak } from "./say.svelte";

afterEach(() => {
  speak("en");
  setLocale("en-GB");
});

it("speaks the language of a locale, and English where it has no texts", () => {
  expect(languages).toEqual(["en", "de"]);
  expect(say("word-close")).toBe("Close");
  speak("de-AT");
  expect(say("word-close")).toBe("Schließen");
  for (const tag of ["pt-BR", "C", "", "x"]) {
    speak(tag);
    expect(language()).toBe("en");
  }
});

it("chooses a plural by the number, and writes it as every number is written", () => {
  expect([0, 1, 1200].map((lines) => say("word-lines", { lines }))).toEqual(["0 lines", "1 line", "1,200 lines"]);
  setLocale("de-DE");
  speak("de-DE");
  expect([0, 1, 1200].map((lines) => say("word-lines", { lines }))).toEqual(["0 Zeilen", "1 Zeile", "1.200 Zeilen"]);
});

it("finds the word of a value by its family", () => {
  expect(named("word", "close")).toBe("Close");
  expect(named("word", "nothing-of-the-kind")).toBeNull();
});

it("leaves room for elements, and keeps a text that looks like one", () => {
  expect(pieces("settings-letters", { one: "B", two: "\\ue000", three: "x" }, ["four"])).toEqual([
    { text: "B \\ue000 x and ", element: null },
    { text: "", element: "four" },
    { text: " work without Ctrl", element: null },
  ]);
});
