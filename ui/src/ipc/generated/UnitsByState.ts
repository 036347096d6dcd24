export type UnitsByState = {
  quantity: number;
  held: number;
  reserved: number;
  listed: number;
  transferred: number;
  retired: number;
  expired: number;
  cancelled: number;
};
