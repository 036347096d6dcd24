import { entities as listed, lotsSummary, money, requirement, settings } from "../../ipc";
import type { EntityView } from "../../ipc/generated/EntityView";
import type { LotsSummary } from "../../ipc/generated/LotsSummary";
import type { MoneyView } from "../../ipc/generated/MoneyView";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { Settings } from "../../ipc/generated/Settings";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export interface CertificatesData {
  summary: LotsSummary;
  money: MoneyView;
  requirement: RequirementView;
  settings: Settings;
  entities: EntityView[];
}

async function load(year: number): Promise<CertificatesData> {
  const [summary, cost, one, chosen, all] = await Promise.all([lotsSummary(), money(year), requirement(year, null), settings(), listed()]);
  return { summary, money: cost, requirement: one, settings: chosen, entities: all.entities };
}

export const certificates = screen({ path: "certificates", get title() { return say("certificates-title"); }, icon: "seal", load, component: () => import("./Certificates.svelte") });
