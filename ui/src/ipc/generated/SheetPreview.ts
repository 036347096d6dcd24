export type SheetPreview = {
  name: string;
  columns: Array<string>;
  numeric: Array<boolean>;
  rows: Array<Array<string>>;
  rows_total: number;
  total: Array<string> | null;
};
