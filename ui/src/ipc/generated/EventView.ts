export type EventView = {
  sequence: number;
  on: string;
  kind: string;
  lot_ids: Array<string>;
  quantity: number | null;
  year: number | null;
  note: string | null;
  hash: string;
};
