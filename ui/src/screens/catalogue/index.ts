import { catalogue as ask } from "../../ipc";
import type { DeviceView } from "../../ipc/generated/DeviceView";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export interface CatalogueData {
  devices: DeviceView[];
}

/** Opened from procurement and by its name. */
export const catalogue = screen({ path: "catalogue", get title() { return say("catalogue-title"); }, load: async (): Promise<CatalogueData> => ({ devices: await ask() }), component: () => import("./Catalogue.svelte") });
