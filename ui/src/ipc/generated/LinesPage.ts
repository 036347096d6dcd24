import type { LineView } from "./LineView";

export type LinesPage = {
  total: number;
  lines: Array<LineView>;
};
