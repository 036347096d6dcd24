// What can be done with a lot beside retiring it: which units it takes, and what must be said.

import { adjustLot, moveUnits, reverseRetirement, splitLot } from "../../ipc";
import type { LotView } from "../../ipc/generated/LotView";
import type { MovementRequest } from "../../ipc/generated/MovementRequest";
import { count, int } from "../../lib/format";

export type LotAction = MovementRequest["kind"] | "split" | "correct" | "reverse";

interface Words {
  title: string;
  text: string;
  button: string;
  /** Units it can take; none where it takes no quantity. */
  free?: (lot: LotView) => number;
  /** It cannot be taken back. */
  isFinal?: boolean;
}

export const actions: Record<LotAction, Words> = {
  reserve: { title: "Reserve units", text: "Reserved units wait for one reporting year and serve no other.", button: "Reserve", free: (lot) => lot.units.held },
  release: { title: "Release units", text: "They are held again, free for any year.", button: "Release", free: (lot) => lot.units.reserved },
  list: { title: "List for sale", text: "Listed units never net off a requirement.", button: "List", free: (lot) => lot.units.held },
  withdraw: { title: "Withdraw from sale", text: "They are held again.", button: "Withdraw", free: (lot) => lot.units.listed },
  transfer: { title: "Transfer to somebody", text: "Listed units go first. What is handed over does not come back by itself. Leave the price empty where it is not known.", button: "Transfer", isFinal: true, free: (lot) => lot.units.held + lot.units.listed },
  cancel: { title: "Cancel units", text: "For units that were entered wrongly or that the registry took back. This stays on record.", button: "Cancel units", isFinal: true, free: (lot) => lot.units.held },
  split: { title: "Split the lot", text: "Two lots with new ids take its place. Every unit stays where it is.", button: "Split" },
  correct: { title: "Correct a fact", text: "What it was, what it is and why stay on record. Serials and quantity are never corrected.", button: "Correct" },
  reverse: { title: "Reverse the retirement", text: "Only where the registry has reversed it. Its certificates are held again; its number is never used again.", button: "Reverse" },
};

export interface Asked {
  quantity: number | null;
  year: number;
  text: string;
  at: number | null;
  fact: string;
  value: string;
  retirementId: string;
  /** What a buyer paid for one; empty where that is not known. */
  price: string;
  currency: string;
  /** The day on which it happened. */
  on: string;
}

/** Why it cannot be done yet; `null` when it can. */
export function missing(action: LotAction, lot: LotView, asked: Asked): string | null {
  const free = actions[action].free?.(lot);
  if (free !== undefined) {
    if (!asked.quantity || asked.quantity < 1) return "Say how many";
    if (asked.quantity > free) return `Only ${int(free)} are free for it`;
  }
  if (action === "split" && (asked.at === null || asked.at <= lot.serial_start || asked.at > lot.serial_end)) return `Name a serial from ${lot.serial_start + 1} to ${lot.serial_end}`;
  if (action === "transfer" && !asked.text.trim()) return "Say who receives them";
  if (action === "transfer" && asked.price.trim() && !asked.currency.trim()) return "Say in which currency the price is";
  if (action === "reverse" && !asked.text.trim()) return "Name the registry's letter";
  if ((action === "cancel" || action === "correct") && !asked.text.trim()) return "Say why";
  return null;
}

/** Does it and says what was done, with the lot to look at next. */
export async function act(action: LotAction, lot: LotView, asked: Asked): Promise<{ said: string; lotId: string }> {
  const id = lot.lot_id;
  switch (action) {
    case "split": {
      const done = await splitLot(id, asked.at ?? 0, asked.on || null);
      const parts = done.lots.map((part) => part.lot_id);
      return { said: `${id} is now ${parts.join(" and ")}.`, lotId: parts[0] ?? id };
    }
    case "correct":
      await adjustLot({ lot_id: id, facts: { [asked.fact]: asked.value }, because: asked.text, on: asked.on || null });
      return { said: `${id} corrected.`, lotId: id };
    case "reverse": {
      const done = await reverseRetirement(asked.retirementId, asked.text, asked.on || null);
      return { said: `${done.retirement_id} reversed, ${count(done.quantity, "unit is", "units are")} held again.`, lotId: id };
    }
    default: {
      const done = await moveUnits(id, asked.quantity ?? 0, movement(action, asked), asked.on || null);
      return { said: `${int(done.quantity)} of ${id} ${done.kind}.`, lotId: id };
    }
  }
}

function movement(kind: MovementRequest["kind"], { year, text, price, currency }: Asked): MovementRequest {
  if (kind === "reserve" || kind === "release") return { kind, year };
  if (kind === "transfer") return { kind, to: text, unit_price: price.trim() || null, currency: price.trim() ? currency.trim() : null };
  return kind === "cancel" ? { kind, because: text } : { kind };
}
