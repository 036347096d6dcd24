export type Verification = {
  ok: boolean;
  events: number;
  chain_head: string | null;
  problems: Array<string>;
};
