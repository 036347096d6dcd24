// Room in pixels for words and days in the table of lots, whose columns are as narrow as their words let them be.

import type { UnitsByState } from "../../ipc/generated/UnitsByState";
import { day } from "../../lib/date";

let pen: CanvasRenderingContext2D | null = null;

/** Width of a text as the table's heads are written. */
function wide(text: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * 7;
  pen.font = `500 12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(pen.measureText(text).width);
}

/** Width of a day in the longest month of the locale. */
export const widestDay = (): number => Math.max(...Array.from({ length: 12 }, (_, month) => wide(day(`2024-${String(month + 1).padStart(2, "0")}-28`))));

const leasts: Partial<Record<keyof UnitsByState, number>> = { reserved: 58, retired: 58, expired: 60 };

/** Least room for a column of units, by its head and its widest number; the last one keeps its distance from the edge. */
export function unitRoom(key: keyof UnitsByState, head: string, number: string): number {
  const digits = number.replace(/\D/g, "").length;
  const isLast = key === "expired";
  return Math.max(leasts[key] ?? 54, wide(head) + (isLast ? 20 : 12), Math.ceil(digits * 7.6 + (number.length - digits) * 3.8) + (isLast ? 18 : 11));
}
