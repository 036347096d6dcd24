import { imports, requirement, unresolved } from "../../ipc";
import type { ImportSummary } from "../../ipc/generated/ImportSummary";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { UnresolvedDevice } from "../../ipc/generated/UnresolvedDevice";
import { screen } from "../../shell/screen";

export interface ProcurementData {
  requirement: RequirementView;
  unresolved: UnresolvedDevice[];
  imports: ImportSummary[];
}

async function load(year: number): Promise<ProcurementData> {
  const [one, devices, files] = await Promise.all([requirement(year), unresolved(year), imports(year)]);
  return { requirement: one, unresolved: devices, imports: files.filter((file) => !file.is_undone) };
}

export const procurement = screen({ path: "procurement", title: "Procurement", icon: "sheet", load, component: () => import("./Procurement.svelte") });
