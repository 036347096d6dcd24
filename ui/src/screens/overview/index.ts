import { factorSets, overview as ofYear, years } from "../../ipc";
import type { OverviewView } from "../../ipc/generated/OverviewView";
import type { YearsView } from "../../ipc/generated/YearsView";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export interface OverviewData {
  overview: OverviewView;
  years: YearsView;
  /** Whether emissions are shown. */
  hasEmissions: boolean;
}

async function load(year: number, entity: string | null): Promise<OverviewData> {
  const [one, all, sets] = await Promise.all([ofYear(year, entity), years(entity), factorSets()]);
  return { overview: one, years: all, hasEmissions: sets.is_on };
}

export const overview = screen({ path: "overview", get title() { return say("overview-title"); }, icon: "bars", load, component: () => import("./Overview.svelte") });
