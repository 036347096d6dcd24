export type RetirementLineView = {
  lot_id: string;
  serial_prefix: string;
  serial_start: number;
  serial_end: number;
  quantity: number;
};
