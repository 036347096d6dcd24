import type { UnitsByState } from "./UnitsByState";

export type VintageUnits = {
  vintage: number;
  expires_on: string;
  units: UnitsByState;
};
