// The words of the field, each in two sentences with where they are from: one file, for every place that explains one.

import list from "../../../assets/help/terms.json";

export interface Term {
  key: string;
  term: string;
  text: string;
  source: string;
}

export const terms: readonly Term[] = list;

/** The term with this key. */
export function term(key: string): Term {
  const found = terms.find((one) => one.key === key);
  if (!found) throw new Error(`No term ${key} is explained.`);
  return found;
}

/** Terms whose name or words contain a text. */
export function termsLike(text: string): Term[] {
  const wanted = text.trim().toLowerCase();
  return terms.filter((one) => !wanted || `${one.term} ${one.text}`.toLowerCase().includes(wanted));
}
