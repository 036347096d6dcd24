import { lots, requirement, settings } from "../../ipc";
import type { LotsView } from "../../ipc/generated/LotsView";
import type { RequirementView } from "../../ipc/generated/RequirementView";
import type { Settings } from "../../ipc/generated/Settings";
import { screen } from "../../shell/screen";

export interface CertificatesData {
  lots: LotsView;
  requirement: RequirementView;
  settings: Settings;
}

async function load(year: number): Promise<CertificatesData> {
  const [all, one, chosen] = await Promise.all([lots(), requirement(year), settings()]);
  return { lots: all, requirement: one, settings: chosen };
}

export const certificates = screen({ path: "certificates", title: "Certificates", icon: "seal", load, component: () => import("./Certificates.svelte") });
