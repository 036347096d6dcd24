import { coverageTarget, mappings, requirement, settings as ask } from "../../ipc";
import type { MappingView } from "../../ipc/generated/MappingView";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { Settings } from "../../ipc/generated/Settings";
import type { TargetView } from "../../ipc/generated/TargetView";
import { screen } from "../../shell/screen";

export interface SettingsData {
  settings: Settings;
  requirement: RequirementView;
  mappings: MappingView[];
  target: TargetView;
}

async function load(year: number): Promise<SettingsData> {
  const [chosen, one, remembered, target] = await Promise.all([ask(), requirement(year), mappings(), coverageTarget()]);
  return { settings: chosen, requirement: one, mappings: remembered, target };
}

export const settings = screen({ path: "settings", title: "Settings", icon: "sliders", load, component: () => import("./Settings.svelte") });
