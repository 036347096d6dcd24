export type Money = {
  amount: string;
  currency: string;
};
