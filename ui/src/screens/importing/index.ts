import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

/** Opened from the other screens; what it shows depends on the file that was chosen. */
export const importing = screen({ path: "import", get title() { return say("importing-title"); }, load: async () => null, component: () => import("./Import.svelte") });
