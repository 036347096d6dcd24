export type ColumnInspection = {
  index: number;
  header: string;
  samples: Array<string>;
  field: string | null;
  matched: string;
  confidence: number;
};
