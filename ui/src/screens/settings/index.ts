import { requirement, settings as ask } from "../../ipc";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { Settings } from "../../ipc/generated/Settings";
import { screen } from "../../shell/screen";

export interface SettingsData {
  settings: Settings;
  requirement: RequirementView;
}

async function load(year: number): Promise<SettingsData> {
  const [chosen, one] = await Promise.all([ask(), requirement(year)]);
  return { settings: chosen, requirement: one };
}

export const settings = screen({ path: "settings", title: "Settings", icon: "sliders", load, component: () => import("./Settings.svelte") });
