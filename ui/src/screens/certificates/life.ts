// The life of a lot in sentences.

import type { EventView } from "../../ipc/generated/EventView";
import type { LotView } from "../../ipc/generated/LotView";
import { int } from "../../lib/format";

const births: Record<string, string> = { purchased: "Bought", self_generated: "Own, recorded", transferred_in: "Moved in" };

export function sentence(event: EventView, lot: LotView): string {
  const units = event.quantity === null ? "" : ` ${int(event.quantity)}`;
  const year = event.year === null ? "" : ` for ${event.year}`;
  switch (event.kind) {
    case "recorded":
      return `${births[lot.origin] ?? "Recorded"}${units}`;
    case "retired":
      return `Retired${units}${year}`;
    case "reserved":
      return `Reserved${units}${year}`;
    case "released":
      return `Released${units}${year}`;
    case "listed":
      return `Listed${units} for sale`;
    case "withdrawn":
      return `Withdrew${units} from sale`;
    case "transferred":
      return `Transferred${units}`;
    case "cancelled":
      return `Cancelled${units}`;
    case "expired":
      return `Retired (Expired)${units}, a loss`;
    case "lot_removed":
      return "Taken back with its import";
    default:
      return `${event.kind.charAt(0).toUpperCase()}${event.kind.slice(1).replaceAll("_", " ")}${units}${year}`;
  }
}
