import type { ProviderRestoration } from "./ProviderRestoration";
import type { RestorationView } from "./RestorationView";
import type { Shipment } from "./Shipment";

export type DispositionsView = {
  year: number;
  restoration_policy: string;
  total: RestorationView;
  restored_kg_wide: string;
  issued: number;
  expected: number;
  retired: number;
  held: number;
  listed_or_sold: number;
  by_provider: Array<ProviderRestoration>;
  shipments: Array<Shipment>;
};
