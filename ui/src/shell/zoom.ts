// How large the window is drawn: in steps, remembered.

import { enlarge } from "../ipc";

const KEPT = "zoom";
export const STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The step after one, before it, or the usual one. */
export function stepped(percent: number, by: 1 | -1 | 0): number {
  if (by === 0) return 100;
  const further = by > 0 ? STEPS.find((one) => one > percent) : STEPS.findLast((one) => one < percent);
  return further ?? percent;
}

export function zoomed(): number {
  const kept = Number(localStorage.getItem(KEPT));
  return STEPS.some((one) => one === kept) ? kept : 100;
}

export function zoom(by: 1 | -1 | 0): void {
  const percent = stepped(zoomed(), by);
  localStorage.setItem(KEPT, String(percent));
  enlarge(percent);
}

/** As it was left. */
export function zoomAgain(): void {
  if (zoomed() !== 100) enlarge(zoomed());
}
