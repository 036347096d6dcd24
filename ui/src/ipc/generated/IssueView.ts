export type IssueView = {
  row: number;
  column: string | null;
  code: string;
  severity: string;
  seen: string;
  expected: string;
};
