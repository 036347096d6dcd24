import { coverageTarget, entities as listed, factorSets, mappings, requirement, settings as ask } from "../../ipc";
import type { EntitiesView } from "../../ipc/generated/EntitiesView";
import type { FactorSetsView } from "../../ipc/generated/FactorSetsView";
import type { MappingView } from "../../ipc/generated/MappingView";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { Settings } from "../../ipc/generated/Settings";
import type { TargetView } from "../../ipc/generated/TargetView";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export interface SettingsData {
  settings: Settings;
  requirement: RequirementView;
  mappings: MappingView[];
  target: TargetView;
  entities: EntitiesView;
  factors: FactorSetsView;
}

async function load(year: number): Promise<SettingsData> {
  const [chosen, one, remembered, target, entities, factors] = await Promise.all([ask(), requirement(year, null), mappings(), coverageTarget(), listed(), factorSets()]);
  return { settings: chosen, requirement: one, mappings: remembered, target, entities, factors };
}

export const settings = screen({ path: "settings", get title() { return say("settings-title"); }, icon: "sliders", load, component: () => import("./Settings.svelte") });
