export type PreviewLine = {
  row: number;
  item: string | null;
  category: string | null;
  state: string | null;
  quantity: number | null;
  mass_kg: string | null;
  weight_source: string | null;
  year: number | null;
};
