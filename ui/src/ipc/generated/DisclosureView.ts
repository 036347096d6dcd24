import type { DisclosureCheck } from "./DisclosureCheck";
import type { SheetPreview } from "./SheetPreview";

export type DisclosureView = {
  year: number;
  status: string;
  checks: Array<DisclosureCheck>;
  sheets: Array<SheetPreview>;
  claim_text: string;
  claim_text_limit: number;
  file_name: string;
};
