// The words of the domain as a person reads them, by the code word on the wire. They stand in assets/languages/*/values.ftl.

import type { Family } from "./generated/messages";
import { language, named, say, valuesOf } from "./say.svelte";

export type Fill = "solid" | "diagonal" | "dots" | "stripes" | "vertical" | "cross" | "unknown" | "ink" | "plain" | "soft";
export type Tone = "neutral" | "accent" | "warm" | "danger" | "plum" | "steel" | "line" | "solid";

/** Meaning of a pattern, the same on every chart. */
export const fills = {
  retired: "solid",
  own: "diagonal",
  held: "dots",
  reserved: "dots",
  to_buy: "stripes",
  listed: "vertical",
  expired: "cross",
  transferred: "unknown",
  cancelled: "unknown",
} as const satisfies Record<string, Fill>;

/** The words of a family by their key, in the order of its file, each in the language spoken as it is read. */
function table(family: Family): Record<string, string> {
  const words = {};
  for (const key of valuesOf(family)) Object.defineProperty(words, key, { enumerable: true, get: () => named(family, key) });
  return words;
}

/** A key of the core that no word is known for. */
export function spelled(key: string): string {
  const text = key.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Keys as they are printed on a keyboard of the language: Ctrl K, Strg K. */
export const keyNames = (keys: string): string => keys.replace(/[A-Za-z]+/g, (name) => named("key", name) ?? name);

export const word = (words: Record<string, string>, key: string): string => words[key] ?? spelled(key);

/** A word as it stands within a sentence: small, but for a language that writes its nouns large. */
export const within = (text: string): string => (language() === "de" ? text : text.toLowerCase());

export const category = (key: string | null): string => (key ? (named("category", key) ?? spelled(key)) : say("word-unclassified"));

const tones: Record<string, Tone> = { new: "line", refurbished: "accent", used: "steel", unknown: "warm" };
const conditionWords = table("condition");
export const conditions: Record<string, { text: string; tone: Tone }> = Object.fromEntries(
  Object.entries(tones).map(([key, tone]) => [key, { tone, get text() { return word(conditionWords, key); } }]),
);

export const weightSources = table("weight-source");
/** How a weight was found, the first that applies. */
export const tiers = table("tier");
export const outcomes = table("outcome");
export const origins = table("origin");
export const kinds = table("import-kind");
export const claimLevels = table("claim-level");
export const flags = table("flag");
export const skipped = table("skipped");
/** Why mass that a file states is not imported. */
export const leftOut = table("left-out");
export const intents = table("intent");
export const baselines = table("baseline");
/** What a document proves. */
export const proofs = table("proof");
/** What a document is. */
export const documentKinds = table("document-kind");
/** How well it is proven that a lot is ours. */
export const ownerships = table("ownership");
/** Facts of a lot that may be corrected, and figures that may be restated. */
export const facts = table("fact");

export const field = (key: string): string => named("field", key) ?? spelled(key);

/** What a word of a column is said to mean. */
export function meaning(of: string, key: string): string {
  if (of === "category") return category(key);
  if (of === "outcome") return word(outcomes, key);
  return of === "mass_unit" || of === "currency" || of === "quantity_unit" ? key.replace("_", " ") : (named("meaning", key) ?? spelled(key));
}

/** A run of serials; a dash joins the prefix, which is stored without it. */
export function serials(prefix: string, first: number, last?: number): string {
  const start = `${prefix}${/[\p{L}\d]$/u.test(prefix) ? "-" : ""}${first}`;
  return last === undefined ? start : `${start}\u2013${last}`;
}

const LEGAL = /(?:,?\s+(?:SE|AG|KG|KGaA|OHG|UG|GmbH|mbH|eG|e\.V\.|&|Co\.?|Ltd\.?|Limited|plc|PLC|LLP|LLC|Inc\.?|Corp\.?|Corporation|Pty|B\.?V\.?|N\.?V\.?|S\.?A\.?|S\.?A\.?S\.?|SARL|S\.?p\.?A\.?|S\.?r\.?l\.?|S\.?L\.?|A\/S|ApS|AS|ASA|AB|Oyj?|Sp\.|z|o\.o\.))+$/u;

/** An organisation's name without its legal form, for narrow places. */
export const shortName = (name: string): string => name.replace(LEGAL, "").trim() || name;
