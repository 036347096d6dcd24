import { dispositions as load } from "../../ipc";
import { screen } from "../../shell/screen";

export const dispositions = screen({ path: "dispositions", title: "Dispositions", icon: "cycle", load, component: () => import("./Dispositions.svelte") });
