import type { LotChoice } from "./LotChoice";

export type RetirementRequest = {
  year: number;
  quantity: number | null;
  cover_percent: string | null;
  beneficiary: string;
  entity: string | null;
  claim_level: string | null;
  because: string | null;
  lots: Array<LotChoice>;
};
