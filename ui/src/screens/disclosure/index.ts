import { disclosure as load } from "../../ipc";
import { screen } from "../../shell/screen";

export const disclosure = screen({ path: "disclosure", title: "Disclosure", icon: "document", load, component: () => import("./Disclosure.svelte") });
