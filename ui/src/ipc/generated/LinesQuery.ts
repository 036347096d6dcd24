export type LinesQuery = {
  year: number;
  offset: number;
  limit: number;
  category: string | null;
  condition: string | null;
  weight_source: string | null;
  import_id: string | null;
  search: string | null;
  scope: string | null;
  sort: string | null;
  descending: boolean;
};
