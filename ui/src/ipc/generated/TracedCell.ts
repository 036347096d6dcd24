export type TracedCell = {
  column: string;
  header: string;
  field: string | null;
  text: string;
};
