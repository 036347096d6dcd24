// What the page says, in the language that was chosen. The texts stand in assets/languages.

import { FluentBundle, FluentNumber, FluentResource } from "@fluent/bundle";
import { int } from "./format";
import type { Arguments, Family } from "./generated/messages";

export type Key = keyof Arguments;

const texts = import.meta.glob<string>("../../../assets/languages/*/*.ftl", { query: "?raw", import: "default", eager: true });

/** A number that chooses a plural, written as every other number is. */
class Counted extends FluentNumber {
  override toString(): string {
    return int(this.value);
  }
}

const bundles = new Map<string, FluentBundle>();
/** Keys in the order of the English files, which the others are held to. */
const keys = new Set<string>();
for (const [path, text] of Object.entries(texts)) {
  const language = path.split("/").at(-2)!;
  const bundle = bundles.get(language) ?? new FluentBundle(language, { useIsolating: false });
  const resource = new FluentResource(text);
  if (language === "en") for (const { id } of resource.body) keys.add(id);
  bundle.addResource(resource);
  bundles.set(language, bundle);
}

/** The languages there are, by their BCP 47 tags, English first. */
export const languages: readonly string[] = ["en", ...[...bundles.keys()].filter((tag) => tag !== "en").sort()];

let spoken = $state("en");

/** The language that the page speaks. */
export const language = (): string => spoken;

/** Speaks the language of a tag such as `de-AT`; English where there is none. Everything said is drawn anew. */
export function speak(tag: string): void {
  const wanted = tag.toLowerCase().split(/[-_]/)[0]!;
  spoken = bundles.has(wanted) ? wanted : "en";
}

function written(key: string, given: Record<string, string | number> | null): string | null {
  const bundle = bundles.get(spoken)!;
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return null;
  const told = given && Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === "number" ? new Counted(value) : value]));
  return bundle.formatPattern(pattern, told);
}

/** A message. Numbers that choose a plural go in bare, all else as text that is formatted already. */
export function say<K extends Key>(key: K, ...given: Arguments[K] extends null ? [] : [Arguments[K]]): string {
  const text = written(key, (given[0] as Record<string, string | number> | undefined) ?? null);
  if (text === null) throw new Error(`There is no message ${key}.`);
  return text;
}

/** The message `FAMILY-value` for a value that the core has words for, such as `category-laptop`; null where there is none. */
export const named = (family: Family, value: string): string | null => written(`${family}-${value}`, null);

/** The values of a family that have words, in the order of its file. */
export function valuesOf(family: Family): string[] {
  const starts = `${family}-`;
  return [...keys].filter((key) => key.startsWith(starts) && !key.slice(starts.length).includes("-")).map((key) => key.slice(starts.length));
}

/** A message in pieces, so that elements can stand for some of its arguments: texts, and the names of those. */
export function pieces(key: Key, given: Record<string, string | number>, elements: string[]): { text: string; element: string | null }[] {
  const marks = Object.fromEntries(elements.map((name) => [name, `\ue000${name}\ue000`]));
  const text = written(key, { ...given, ...marks }) ?? "";
  return text.split("\ue000").map((piece, index) => (index % 2 === 1 ? { text: "", element: piece } : { text: piece, element: null }));
}
