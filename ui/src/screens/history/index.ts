import { history as load, person, retirements } from "../../ipc";
import type { HistoryPage } from "../../ipc/generated/HistoryPage";
import type { RetirementView } from "../../ipc/generated/RetirementView";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export interface HistoryData {
  page: HistoryPage;
  retirements: RetirementView[];
  /** The name under which this computer records; empty where nobody said one. */
  person: string;
}

export const history = screen({
  path: "history",
  get title() {
    return say("history-title");
  },
  icon: "history",
  load: async (): Promise<HistoryData> => ({ page: await load({ offset: 0, limit: 1, sort: null, by: null, year: null, search: null }), retirements: await retirements(), person: await person() }),
  component: () => import("./History.svelte"),
});
