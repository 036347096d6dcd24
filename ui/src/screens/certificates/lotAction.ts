// What can be done with a lot beside retiring it: which units it takes, and what must be said.

import { adjustLot, moveUnits, reverseRetirement, splitLot } from "../../ipc";
import type { LotView } from "../../ipc/generated/LotView";
import type { MovementRequest } from "../../ipc/generated/MovementRequest";
import { int } from "../../lib/format";
import { say } from "../../lib/say.svelte";

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

const takes: Partial<Record<LotAction, Pick<Words, "free" | "isFinal">>> = {
  reserve: { free: (lot) => lot.units.held },
  release: { free: (lot) => lot.units.reserved },
  list: { free: (lot) => lot.units.held },
  withdraw: { free: (lot) => lot.units.listed },
  transfer: { isFinal: true, free: (lot) => lot.units.held + lot.units.listed },
  cancel: { isFinal: true, free: (lot) => lot.units.held },
};

/** What an action is called, what it does and what it takes. */
export const words = (action: LotAction): Words => ({ title: say(`lot-action-${action}`), text: say(`lot-action-${action}-text`), button: say(`lot-action-${action}-do`), ...takes[action] });

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
  const free = takes[action]?.free?.(lot);
  if (free !== undefined) {
    if (!asked.quantity || asked.quantity < 1) return say("lot-action-missing-quantity");
    if (asked.quantity > free) return say("lot-action-missing-free", { units: int(free) });
  }
  if (action === "split" && (asked.at === null || asked.at <= lot.serial_start || asked.at > lot.serial_end)) return say("lot-action-missing-serial", { first: String(lot.serial_start + 1), last: String(lot.serial_end) });
  if (action === "transfer" && !asked.text.trim()) return say("lot-action-missing-receiver");
  if (action === "transfer" && asked.price.trim() && !asked.currency.trim()) return say("lot-action-missing-currency");
  if (action === "reverse" && !asked.text.trim()) return say("lot-action-missing-letter");
  if ((action === "cancel" || action === "correct") && !asked.text.trim()) return say("lot-action-missing-reason");
  return null;
}

/** Does it and says what was done, with the lot to look at next. */
export async function act(action: LotAction, lot: LotView, asked: Asked): Promise<{ said: string; lotId: string }> {
  const id = lot.lot_id;
  switch (action) {
    case "split": {
      const done = await splitLot(id, asked.at ?? 0, asked.on || null);
      const parts = done.lots.map((part) => part.lot_id);
      return { said: say("lot-action-split-done", { lot: id, first: parts[0] ?? id, second: parts[1] ?? id }), lotId: parts[0] ?? id };
    }
    case "correct":
      await adjustLot({ lot_id: id, facts: { [asked.fact]: asked.value }, because: asked.text, on: asked.on || null });
      return { said: say("lot-action-correct-done", { lot: id }), lotId: id };
    case "reverse": {
      const done = await reverseRetirement(asked.retirementId, asked.text, asked.on || null);
      return { said: say("lot-action-reverse-done", { count: done.quantity, retirement: done.retirement_id }), lotId: id };
    }
    default: {
      const done = await moveUnits(id, asked.quantity ?? 0, movement(action, asked), asked.on || null);
      return { said: say("lot-action-moved", { kind: done.kind, units: int(done.quantity), lot: id }), lotId: id };
    }
  }
}

function movement(kind: MovementRequest["kind"], { year, text, price, currency }: Asked): MovementRequest {
  if (kind === "reserve" || kind === "release") return { kind, year };
  if (kind === "transfer") return { kind, to: text, unit_price: price.trim() || null, currency: price.trim() ? currency.trim() : null };
  return kind === "cancel" ? { kind, because: text } : { kind };
}
