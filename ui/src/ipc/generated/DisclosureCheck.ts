export type DisclosureCheck = {
  code: string;
  is_met: boolean;
  blocks_final: boolean;
  quantity: number;
  detail: string | null;
};
