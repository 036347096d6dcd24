export type WeightGiven = {
  item: string | null;
  manufacturer: string | null;
  model: string | null;
  unit_mass_kg: string;
};
