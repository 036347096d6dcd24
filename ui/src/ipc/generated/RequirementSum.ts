export type RequirementSum = {
  needed: number;
  self_generated_retired: number;
  self_generated_held: number;
  to_source: number;
  bought_retired: number;
  bought_held: number;
  remaining: number;
};
