export type Deadline = {
  on: string;
  days: number;
};
