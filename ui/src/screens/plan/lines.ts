// How scenarios are told apart: colour and dash, by their place.

const inks = ["c1", "c3", "c4", "c5", "c2"];
const dashes = ["", "2 4", "7 4", "10 3 2 3", "1 3"];

export const ink = (index: number): string => `var(--${inks[index % inks.length]})`;
export const dash = (index: number): string => dashes[index % dashes.length]!;

/** The next round number above the greatest value, for an axis of four steps. */
export function ceiling(greatest: number): number {
  if (greatest <= 0) return 4;
  const power = 10 ** Math.floor(Math.log10(greatest));
  const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];
  return power * steps.find((step) => step * power >= greatest)!;
}

/** What can be done with a line of the plan. */
export type LineAction = "order" | "purchase" | "reserve";
