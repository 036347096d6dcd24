// Events of the ledger in sentences.

import { DASH, int } from "./format";
import { named, say } from "./say.svelte";
import { facts, spelled } from "./words";

interface Change {
  name: string;
  old: string | null;
  new: string | null;
}
interface Happened {
  kind: string;
  quantity: number | null;
  year: number | null;
  lot_ids: string[];
}

/** What was something else before. */
export const told = (change: Change): string => `${facts[change.name] ?? change.name}: ${change.old ?? DASH} → ${change.new ?? DASH}`;

/** Events whose words say nothing but what they are. */
const plain = (kind: string): string | null => named("life-plain", kind);

export function sentence(event: Happened, origin = ""): string {
  const units = event.quantity === null ? "none" : int(event.quantity);
  const year = event.year === null ? "none" : String(event.year);
  switch (event.kind) {
    case "recorded":
      return say("life-recorded", { origin, units });
    case "retired":
      return say("life-retired", { units, year });
    case "reserved":
      return say("life-reserved", { units, year });
    case "released":
      return say("life-released", { units, year });
    case "listed":
      return say("life-listed", { units });
    case "withdrawn":
      return say("life-withdrawn", { units });
    case "transferred":
      return say("life-transferred", { units });
    case "cancelled":
      return say("life-cancelled", { units });
    case "expired":
      return say("life-expired", { units });
    case "split":
      return say("life-split", { lots: event.lot_ids.slice(1).join(` ${say("word-and")} `) });
    case "checked":
      return say(event.lot_ids.length > 0 ? "life-checked" : "life-compared");
    case "reversed":
      return say("life-reversed", { units: int(event.quantity ?? 0), year });
    case "year_locked":
      return say("life-year-locked", { year });
    case "year_unlocked":
      return say("life-year-unlocked", { year });
    case "restated":
      return say("life-restated", { year });
    case "year_changed":
      return say("life-year-changed", { year });
    case "claim_edited":
      return say("life-claim-edited", { year });
    case "signed":
      return say("life-signed", { year });
    case "sealed":
      return say("life-sealed", { year });
    default:
      return plain(event.kind) ?? say("life-other", { kind: named("life-kind", event.kind) ?? spelled(event.kind), units, year });
  }
}
