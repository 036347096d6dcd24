import { screen } from "../../shell/screen";

export const dispositions = screen({ path: "dispositions", title: "Dispositions", icon: "cycle", load: async () => null, component: () => import("./Dispositions.svelte") });
