import { dispositions as load } from "../../ipc";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export const dispositions = screen({ path: "dispositions", get title() { return say("dispositions-title"); }, icon: "cycle", load, component: () => import("./Dispositions.svelte") });
