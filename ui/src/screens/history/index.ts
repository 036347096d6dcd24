import { history as load, retirements } from "../../ipc";
import type { HistoryPage } from "../../ipc/generated/HistoryPage";
import type { RetirementView } from "../../ipc/generated/RetirementView";
import { screen } from "../../shell/screen";

export interface HistoryData {
  page: HistoryPage;
  retirements: RetirementView[];
}

export const history = screen({
  path: "history",
  title: "History",
  icon: "history",
  load: async (): Promise<HistoryData> => ({ page: await load(0, 1), retirements: await retirements() }),
  component: () => import("./History.svelte"),
});
