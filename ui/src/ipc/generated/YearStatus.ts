export type YearStatus = {
  year: number;
  is_locked: boolean;
};
