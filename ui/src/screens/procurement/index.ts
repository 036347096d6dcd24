import { imports, lineEdits, requirement, workList } from "../../ipc";
import type { ImportSummary } from "../../ipc/generated/ImportSummary";
import type { LineEditView } from "../../ipc/generated/LineEditView";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { WorkItem } from "../../ipc/generated/WorkItem";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export interface ProcurementData {
  requirement: RequirementView;
  work: WorkItem[];
  imports: ImportSummary[];
  edits: LineEditView[];
}

async function load(year: number, entity: string | null): Promise<ProcurementData> {
  const [one, work, files, edits] = await Promise.all([requirement(year, entity), workList(year), imports(year), lineEdits()]);
  return { requirement: one, work, imports: files.filter((file) => !file.is_undone), edits: edits.filter((edit) => edit.undone_on === null && edit.lines > 0) };
}

export const procurement = screen({ path: "procurement", get title() { return say("procurement-title"); }, icon: "sheet", load, component: () => import("./Procurement.svelte") });
