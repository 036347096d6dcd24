import type { EventView } from "./EventView";
import type { LotView } from "./LotView";
import type { RangeView } from "./RangeView";

export type LotDetail = {
  lot: LotView;
  events: Array<EventView>;
  ranges: Array<RangeView>;
};
