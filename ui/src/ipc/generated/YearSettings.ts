import type { Money } from "./Money";

export type YearSettings = {
  year: number;
  is_locked: boolean;
  closes_on: string | null;
  target_percent: string | null;
  budget: Money | null;
  gross: number;
};
