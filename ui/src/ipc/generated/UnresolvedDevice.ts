export type UnresolvedDevice = {
  item: string | null;
  manufacturer: string | null;
  model: string | null;
  category: string | null;
  lines: number;
  quantity: number;
};
