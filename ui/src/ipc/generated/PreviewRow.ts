export type PreviewRow = {
  row: number;
  cells: Array<string>;
};
