export type LotChoice = {
  lot_id: string;
  quantity: number | null;
};
