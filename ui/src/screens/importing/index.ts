import { screen } from "../../shell/screen";

/** Opened from the other screens; what it shows depends on the file that was chosen. */
export const importing = screen({ path: "import", title: "Import", load: async () => null, component: () => import("./Import.svelte") });
