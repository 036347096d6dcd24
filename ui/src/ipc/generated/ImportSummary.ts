export type ImportSummary = {
  import_id: string;
  kind: string;
  file_name: string;
  file_sha256: string;
  sheet: string;
  imported_on: string;
  rows_imported: number;
  rows_rejected: number;
  mass_kg: string;
  mass_kg_new: string;
  is_undone: boolean;
};
