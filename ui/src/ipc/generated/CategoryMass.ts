export type CategoryMass = {
  category: string | null;
  lines: number;
  lines_unresolved: number;
  quantity: number;
  mass_kg: string;
  mass_kg_low: string;
  mass_kg_high: string;
  mass_kg_specific: string;
};
