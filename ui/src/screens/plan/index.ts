import { comparePlans, orders, plan, planActual } from "../../ipc";
import { say } from "../../lib/say.svelte";
import { screen } from "../../shell/screen";

export const planning = screen({
  path: "plan",
  get title() {
    return say("plan-title");
  },
  icon: "trend",
  load: async () => {
    const [scenarios, history, placed, actual] = await Promise.all([comparePlans(null), plan({ scenario: null, entity: null, drivers: {} }), orders(), planActual()]);
    return { scenarios, history, orders: placed, actual };
  },
  component: () => import("./Plan.svelte"),
});
