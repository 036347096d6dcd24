import { screen } from "../../shell/screen";

export const settings = screen({ path: "settings", title: "Settings", icon: "sliders", load: async () => null, component: () => import("./Settings.svelte") });
