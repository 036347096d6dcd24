import { mappings, requirement, settings as ask } from "../../ipc";
import type { MappingView } from "../../ipc/generated/MappingView";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { Settings } from "../../ipc/generated/Settings";
import { screen } from "../../shell/screen";

export interface SettingsData {
  settings: Settings;
  requirement: RequirementView;
  mappings: MappingView[];
}

async function load(year: number): Promise<SettingsData> {
  const [chosen, one, remembered] = await Promise.all([ask(), requirement(year), mappings()]);
  return { settings: chosen, requirement: one, mappings: remembered };
}

export const settings = screen({ path: "settings", title: "Settings", icon: "sliders", load, component: () => import("./Settings.svelte") });
