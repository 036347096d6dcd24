import type { LotView } from "./LotView";
import type { UnitsByState } from "./UnitsByState";
import type { VintageUnits } from "./VintageUnits";

export type LotsView = {
  as_of: string;
  lots: Array<LotView>;
  total: UnitsByState;
  by_vintage: Array<VintageUnits>;
};
