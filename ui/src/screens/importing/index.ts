import { screen } from "../../shell/screen";

export const importing = screen({ path: "import", title: "Import", load: async () => null, component: () => import("./Import.svelte") });
