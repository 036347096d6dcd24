import { screen } from "../../shell/screen";

export const disclosure = screen({ path: "disclosure", title: "Disclosure", icon: "document", load: async () => null, component: () => import("./Disclosure.svelte") });
