export type WeightsApplied = {
  import_id: string;
  lines: number;
  mass_kg_new_added: string;
};
