import type { ColumnInspection } from "./ColumnInspection";
import type { PreviewRow } from "./PreviewRow";

export type SheetInspection = {
  name: string;
  visible: boolean;
  rows: number;
  header_row: number | null;
  kind: string;
  columns: { [key in string]: string };
  confidence: number;
  headers: Array<ColumnInspection>;
  preview: Array<PreviewRow>;
  mass_unit: string | null;
  questions: Array<string>;
};
