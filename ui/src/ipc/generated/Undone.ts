export type Undone = {
  import_id: string;
  kind: string;
  file_name: string;
  rows: number;
  mass_kg: string;
  mass_kg_new: string;
};
