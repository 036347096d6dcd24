export type RestorationView = {
  sent_kg: string;
  restored_kg: string;
  reused_kg: string;
  refurbished_kg: string;
  parts_kg: string;
  material_kg: string;
  residual_kg: string;
  legal_obligation_kg: string;
  eligible_kg: string;
  yield_percent: string | null;
  rows: number;
};
