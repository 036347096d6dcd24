import type { UnitsByState } from "./UnitsByState";

export type LotView = {
  lot_id: string;
  class: string;
  registry: string;
  serial_prefix: string;
  serial_start: number;
  serial_end: number;
  vintage: number;
  expires_on: string;
  days_to_expiry: number;
  origin: string;
  is_bundled: boolean;
  project: string | null;
  facility: string | null;
  batch: string | null;
  country: string | null;
  counterparty: string | null;
  unit_price: string | null;
  currency: string | null;
  cost: string | null;
  entity: string | null;
  trade_date: string | null;
  import_id: string | null;
  units: UnitsByState;
  reserved_for: Array<number>;
};
