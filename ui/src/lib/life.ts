// Events of the ledger in sentences.

import { DASH, int } from "./format";
import { facts } from "./words";

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

const births: Record<string, string> = { purchased: "Bought", self_generated: "Own, recorded", transferred_in: "Moved in" };

/** What was something else before. */
export const told = (change: Change): string => `${facts[change.name] ?? change.name}: ${change.old ?? DASH} → ${change.new ?? DASH}`;

export function sentence(event: Happened, origin = ""): string {
  const units = event.quantity === null ? "" : ` ${int(event.quantity)}`;
  const year = event.year === null ? "" : ` for ${event.year}`;
  switch (event.kind) {
    case "recorded":
      return `${births[origin] ?? "Recorded"}${units}`;
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
    case "split":
      return `Split into ${event.lot_ids.slice(1).join(" and ")}`;
    case "adjusted":
      return "Corrected";
    case "attached":
      return "Evidence attached";
    case "checked":
      return event.lot_ids.length > 0 ? "Agrees with the registry's statement" : "Compared with a registry's statement";
    case "reversed":
      return `Retirement${year} reversed, ${int(event.quantity ?? 0)} held again`;
    case "year_locked":
      return `Year ${event.year} locked`;
    case "year_unlocked":
      return `Year ${event.year} unlocked`;
    case "restated":
      return `Year ${event.year} restated`;
    case "brought_up_to_date":
      return "File brought up to date";
    case "imported":
      return "File imported";
    case "replaced":
      return "File imported in the place of an earlier one";
    case "undone":
      return "Import undone";
    case "weighed":
      return "Weights given";
    case "settings_changed":
      return "Settings changed";
    case "answered":
      return "Question of the positive list answered";
    case "year_changed":
      return `Settings${year} changed`;
    case "claim_edited":
      return `Claim${year} edited`;
    case "signed":
      return `Report${year} signed`;
    case "sealed":
      return `Report${year} sealed`;
    default:
      return `${event.kind.charAt(0).toUpperCase()}${event.kind.slice(1).replaceAll("_", " ")}${units}${year}`;
  }
}
