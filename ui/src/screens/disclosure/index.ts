import { disclosure as load } from "../../ipc";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export const disclosure = screen({ path: "disclosure", get title() { return say("disclosure-title"); }, icon: "document", load, component: () => import("./Disclosure.svelte") });
