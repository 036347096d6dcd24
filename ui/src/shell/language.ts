// Which language the page speaks: the system's, until a person chooses one.

import { currentLocale } from "../lib/format";
import { language, languages, speak } from "../lib/say.svelte";

const KEPT = "language";
export const SYSTEM = "system";

/** The language that was chosen, or `system`. */
export function chosenLanguage(): string {
  const kept = localStorage.getItem(KEPT);
  return kept && languages.includes(kept) ? kept : SYSTEM;
}

/** Speaks what was chosen; the language of the locale where nothing was. */
export function speakChosen(): void {
  const chosen = chosenLanguage();
  speak(chosen === SYSTEM ? currentLocale() : chosen);
  document.documentElement.lang = language();
}

export function chooseLanguage(chosen: string): void {
  localStorage.setItem(KEPT, chosen);
  speakChosen();
}

/** How a language is called by those who speak it: English, Deutsch. */
export const languageName = (tag: string): string => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
