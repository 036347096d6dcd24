// The paint behind each kind of fill; the patterns stand in Patterns.svelte.

export type FillName = "solid" | "diagonal" | "dots" | "stripes" | "vertical" | "cross" | "unknown" | "ink" | "plain" | "soft";

export const paint: Record<FillName, string> = {
  solid: "var(--c1)",
  soft: "color-mix(in srgb, var(--c1) 72%, var(--surface))",
  diagonal: "url(#p2)",
  dots: "url(#p3)",
  stripes: "url(#p4)",
  vertical: "url(#p5)",
  cross: "url(#p6)",
  unknown: "url(#p0)",
  ink: "var(--ink-3)",
  plain: "var(--track)",
};
