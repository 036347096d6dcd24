import { overview as load } from "../../ipc";
import { screen } from "../../shell/screen";

export const overview = screen({ path: "overview", title: "Overview", icon: "bars", load, component: () => import("./Overview.svelte") });
