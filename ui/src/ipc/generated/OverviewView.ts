import type { Deadline } from "./Deadline";
import type { Expiring } from "./Expiring";
import type { Money } from "./Money";
import type { RequirementSum } from "./RequirementSum";
import type { RequirementView } from "./RequirementView";
import type { ToDo } from "./ToDo";

export type OverviewView = {
  organisation: string;
  is_locked: boolean;
  requirement: RequirementView;
  sum: RequirementSum;
  deadline: Deadline | null;
  expiring_next: Expiring | null;
  spend: Array<Money>;
  budget: Money | null;
  to_do: Array<ToDo>;
};
