export type ImportOptions = {
  kind: string;
  sheet: string | null;
  header_row: number | null;
  columns: { [key in string]: string };
  mass_unit: string | null;
  year: number | null;
  allow_duplicate: boolean;
};
