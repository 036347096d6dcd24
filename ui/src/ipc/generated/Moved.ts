export type Moved = {
  event: number;
  kind: string;
  lot_id: string;
  quantity: number;
};
