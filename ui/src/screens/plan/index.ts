import { comparePlans, orders, plan } from "../../ipc";
import { screen } from "../../shell/screen";

export const planning = screen({
  path: "plan",
  title: "Plan",
  icon: "trend",
  load: async () => {
    const [scenarios, history, placed] = await Promise.all([comparePlans(null), plan({ scenario: null, entity: null, drivers: {} }), orders()]);
    return { scenarios, history, orders: placed };
  },
  component: () => import("./Plan.svelte"),
});
