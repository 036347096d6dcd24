// Categories as the chart shows them: the heaviest one by one, the rest together.

import type { EChartsCoreOption } from "echarts/core";
import type { CategoryMass } from "../../ipc/generated/CategoryMass";
import { add, isZero, percentOf, subtract } from "../../lib/decimal";
import { decimal, percent } from "../../lib/format";
import { say } from "../../lib/say.svelte";
import { category } from "../../lib/words";

export interface CategoryRow {
  text: string;
  mass_kg: string;
  mass_kg_specific: string;
}

export function grouped(all: CategoryMass[], most: number): CategoryRow[] {
  const heavy = all.filter((one) => !isZero(one.mass_kg)).map((one) => ({ text: category(one.category), mass_kg: one.mass_kg, mass_kg_specific: one.mass_kg_specific }));
  if (heavy.length <= most) return heavy;
  const rest = heavy.slice(most - 1).reduce((sum, one) => ({ ...sum, mass_kg: add(sum.mass_kg, one.mass_kg), mass_kg_specific: add(sum.mass_kg_specific, one.mass_kg_specific) }), {
    text: say("overview-category-rest", { count: heavy.length - most + 1 }),
    mass_kg: "0",
    mass_kg_specific: "0",
  });
  return [...heavy.slice(0, most - 1), rest];
}

export function categoryChart(rows: CategoryRow[], total: string, color: (token: string) => string): EChartsCoreOption {
  const axis = { type: "category", inverse: true, data: rows.map((row) => row.text), axisLine: { show: false }, axisTick: { show: false } };
  const bar = (name: string, values: string[], fill: string, decal: object) => ({ name, type: "bar", stack: "mass", barWidth: 14, data: values.map(Number), itemStyle: { color: fill, decal } });
  const amounts = rows.map((row) => `{kg|${decimal(row.mass_kg)}}{pc|${percent(percentOf(row.mass_kg, total, 1), 1)}}`);
  return {
    aria: { enabled: true, decal: { show: true }, label: { enabled: false } },
    grid: { left: 142, right: 160, top: 0, bottom: 0 },
    xAxis: { type: "value", show: false, min: 0, max: "dataMax" },
    yAxis: [
      { ...axis, position: "left", offset: 145, axisLabel: { inside: true, color: color("ink"), align: "left", margin: 0, width: 136, overflow: "truncate" } },
      {
        ...axis,
        position: "right",
        data: amounts,
        axisLabel: {
          margin: 0,
          rich: { kg: { width: 92, align: "right", color: color("ink"), fontSize: 12 }, pc: { width: 72, align: "right", color: color("ink-3"), fontSize: 12 } },
        },
      },
    ],
    series: [
      bar(say("overview-category-specific"), rows.map((row) => row.mass_kg_specific), color("c1"), { symbol: "none" }),
      bar(say("overview-category-other"), rows.map((row) => subtract(row.mass_kg, row.mass_kg_specific)), color("c2"), { symbol: "rect", symbolSize: 1, color: color("pattern"), dashArrayX: [1, 0], dashArrayY: [1.6, 4.4], rotation: -Math.PI / 4 }),
    ],
  };
}
