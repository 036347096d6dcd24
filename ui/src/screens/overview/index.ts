import { overview as ofYear, years } from "../../ipc";
import type { OverviewView } from "../../ipc/generated/OverviewView";
import type { YearsView } from "../../ipc/generated/YearsView";
import { screen } from "../../shell/screen";

export interface OverviewData {
  overview: OverviewView;
  years: YearsView;
}

async function load(year: number): Promise<OverviewData> {
  const [one, all] = await Promise.all([ofYear(year), years()]);
  return { overview: one, years: all };
}

export const overview = screen({ path: "overview", title: "Overview", icon: "bars", load, component: () => import("./Overview.svelte") });
