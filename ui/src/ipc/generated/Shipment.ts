import type { RestorationView } from "./RestorationView";

export type Shipment = {
  batch: string | null;
  provider: string | null;
  date: string | null;
  restoration: RestorationView;
  issued: number;
  expected: number;
};
