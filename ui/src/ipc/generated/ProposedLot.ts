import type { RangeView } from "./RangeView";

export type ProposedLot = {
  lot_id: string;
  expires_on: string;
  serial_prefix: string;
  usable: number;
  quantity: number;
  ranges: Array<RangeView>;
  reason: string;
};
