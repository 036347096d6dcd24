export type RangeView = {
  serial_start: number;
  serial_end: number;
  state: string;
  year: number | null;
};
