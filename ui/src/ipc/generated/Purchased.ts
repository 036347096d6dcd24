export type Purchased = {
  lot_id: string;
  quantity: number;
  expires_on: string;
  cost: string | null;
  event: number;
};
