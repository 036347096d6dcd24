import type { Deadline } from "./Deadline";

export type ToDo = {
  kind: string;
  quantity: number;
  detail: string | null;
  due: Deadline | null;
  blocks_final: boolean;
};
