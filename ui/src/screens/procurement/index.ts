import { screen } from "../../shell/screen";

export const procurement = screen({ path: "procurement", title: "Procurement", icon: "sheet", load: async () => null, component: () => import("./Procurement.svelte") });
