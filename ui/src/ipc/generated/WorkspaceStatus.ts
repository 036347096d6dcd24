import type { YearStatus } from "./YearStatus";

export type WorkspaceStatus = {
  file_name: string;
  organisation: string;
  is_sample: boolean;
  is_empty: boolean;
  as_of: string;
  years: Array<YearStatus>;
  current_year: number;
  events: number;
  is_verified: boolean;
  lines_unresolved: number;
};
