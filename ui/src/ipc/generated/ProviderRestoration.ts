import type { RestorationView } from "./RestorationView";

export type ProviderRestoration = {
  provider: string | null;
  restoration: RestorationView;
};
