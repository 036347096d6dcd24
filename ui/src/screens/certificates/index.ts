import { screen } from "../../shell/screen";

export const certificates = screen({ path: "certificates", title: "Certificates", icon: "seal", load: async () => null, component: () => import("./Certificates.svelte") });
