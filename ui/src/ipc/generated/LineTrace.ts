import type { LineView } from "./LineView";
import type { TracedCell } from "./TracedCell";

export type LineTrace = {
  line: LineView;
  file_sha256: string;
  cells: Array<TracedCell>;
};
