// Drivers as sliders and fields: what their text says by year, and the text for a value that was moved.

import type { DriverView } from "../../ipc/generated/DriverView";
import type { PlanView } from "../../ipc/generated/PlanView";
import { named, say } from "../../lib/say.svelte";

export interface Lever {
  key: string;
  title: (lastYear: number) => string;
  min: number;
  max: number;
  step: number;
  unit: "%" | "money";
  /** Whether it is a path: then the slider holds its last year. */
  isPath: boolean;
  isSigned?: boolean;
}

export const levers: Lever[] = [
  { key: "growth", title: () => say("drivers-growth"), min: -10, max: 10, step: 0.5, unit: "%", isPath: false, isSigned: true },
  { key: "refurbished", title: (year) => say("drivers-refurbished", { year: String(year) }), min: 0, max: 100, step: 1, unit: "%", isPath: true },
  { key: "weight", title: () => say("drivers-weight"), min: -5, max: 5, step: 0.5, unit: "%", isPath: false, isSigned: true },
  { key: "yield", title: (year) => say("drivers-yield", { year: String(year) }), min: 0, max: 100, step: 1, unit: "%", isPath: true },
  { key: "price", title: (year) => say("drivers-price", { year: String(year) }), min: 0, max: 5, step: 0.05, unit: "money", isPath: true },
];

/** The first and the last value of a driver's text. */
export function ends(text: string): [string, string] {
  const parts = text.split(/\.\.|[,; ]+/).filter((part) => part !== "");
  return [parts[0] ?? "", parts.at(-1) ?? ""];
}

/** The text of a path that goes evenly from where it began to another end. */
export function towards(text: string, last: number): string {
  const [first] = ends(text);
  const end = String(Number(last.toFixed(4)));
  return first === "" || first === end ? end : `${first}..${end}`;
}

/** Drivers that an entity may have of its own. */
const ofEntity = ["growth", "weight", "refurbished"];

/** The key under which a driver of what is shown is kept: of one entity, or of all. */
export const keyOf = (key: string, entity: string | null): string => (entity !== null && ofEntity.includes(key) ? `${key}@${entity}` : key);

export function driver(view: PlanView, key: string): DriverView | undefined {
  const find = (name: string) => view.drivers.find((one) => one.key === name);
  return find(keyOf(key, view.entity)) ?? find(key);
}

/** What a driver is called beside its field. */
export function nameOf(key: string): string {
  const [stem = key, ...rest] = key.split(".");
  const name = named("driver", stem) ?? stem.replaceAll("_", " ");
  return rest.length > 0 ? say("driver-name-part", { driver: name, part: rest.join(".") }) : name;
}
