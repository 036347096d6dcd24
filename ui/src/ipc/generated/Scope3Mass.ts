export type Scope3Mass = {
  scope3_category: number;
  lines: number;
  mass_kg: string;
};
