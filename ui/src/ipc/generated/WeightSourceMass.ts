export type WeightSourceMass = {
  weight_source: string;
  lines: number;
  quantity: number;
  mass_kg: string | null;
};
