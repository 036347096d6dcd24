import type { YearSettings } from "./YearSettings";

export type Settings = {
  organisation: string;
  fiscal_year_start_month: number;
  target_percent: string;
  default_scope3_category: number;
  capitalisation_threshold: string | null;
  restoration_policy: string;
  years: Array<YearSettings>;
};
