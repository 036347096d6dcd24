export type Expiring = {
  quantity: number;
  on: string;
  days: number;
};
