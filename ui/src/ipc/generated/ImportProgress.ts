export type ImportProgress = {
  step: string;
  rows_done: number;
  rows_total: number | null;
  rows_per_second: number;
};
