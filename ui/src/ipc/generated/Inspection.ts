import type { SheetInspection } from "./SheetInspection";

export type Inspection = {
  file_name: string;
  file_sha256: string;
  bytes: number;
  sheets: Array<SheetInspection>;
  imported_before: string | null;
};
