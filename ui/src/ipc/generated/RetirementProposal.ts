import type { ProposedLot } from "./ProposedLot";

export type RetirementProposal = {
  year: number;
  quantity: number;
  usable: number;
  lots: Array<ProposedLot>;
  gross: number;
  needed: number;
  retired_before: number;
  coverage_percent_before: string | null;
  coverage_percent_after: string | null;
  held_after: number;
  remaining_after: number;
  refusal: string | null;
};
