// The words of the field, each in two sentences with where they are from: one file a language, for every place that explains one.

import { named, valuesOf } from "./say.svelte";

export interface Term {
  key: string;
  term: string;
  text: string;
  source: string;
}

/** The term with this key. */
export function term(key: string): Term {
  const name = named("term", key);
  if (name === null) throw new Error(`No term ${key} is explained.`);
  return { key, term: name, text: named("term", `${key}-text`) ?? "", source: named("term", `${key}-source`) ?? "" };
}

/** All of them, in the language spoken. */
export const terms = (): Term[] => valuesOf("term").map(term);

/** Terms whose name or words contain a text. */
export function termsLike(text: string): Term[] {
  const wanted = text.trim().toLowerCase();
  return terms().filter((one) => !wanted || `${one.term} ${one.text}`.toLowerCase().includes(wanted));
}
