import type { ExportedFile } from "./ExportedFile";

export type Exported = {
  files: Array<ExportedFile>;
  chain_head: string | null;
};
