import type { RetirementLineView } from "./RetirementLineView";

export type RetirementView = {
  retirement_id: string;
  event: number;
  on: string;
  year: number;
  beneficiary: string;
  entity: string | null;
  claim_level: string;
  because: string | null;
  quantity: number;
  lines: Array<RetirementLineView>;
};
