import type { IssueView } from "./IssueView";
import type { PreviewLine } from "./PreviewLine";

export type ImportReport = {
  import_id: string | null;
  kind: string;
  file_name: string;
  file_sha256: string;
  sheet: string;
  header_row: number;
  columns: { [key in string]: string };
  rows_read: number;
  rows_imported: number;
  rows_skipped: number;
  skipped_because: { [key in string]: number };
  rows_rejected: number;
  rows_unresolved: number;
  quantity: number;
  mass_kg: string;
  mass_kg_new: string;
  mass_kg_in_file: string;
  mass_kg_excluded: string;
  rows_by_year: { [key in number]: number };
  issues: Array<IssueView>;
  issues_total: number;
  first_lines: Array<PreviewLine>;
  plan_hash: string;
};
