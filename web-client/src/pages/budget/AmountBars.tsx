// Amounts by year as bars: parts of one whole stand on each other, told apart by pattern as well as by colour.

import { lazy, Suspense, useMemo } from "react";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import type { Colours } from "../../ui/Chart";

const Chart = lazy(() => import("../../ui/Chart"));
const height = 260;
const upright = Math.PI / 2;

export interface Bars {
  name: string;
  stack: string; // series of one stack stand on each other
  tone: "accent" | "green" | "amber" | "violet" | "teal" | "faint";
  pattern: keyof typeof patterns;
  amounts: readonly number[]; // đồng, by year
}

const patterns = {
  plain: "none",
  slanted: { dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: Math.PI / 4 },
  upright: { dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: upright },
  dotted: { symbol: "circle", dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], symbolSize: 0.5 },
  level: { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: 0 },
} as const;

function decalOf(pattern: Bars["pattern"], colours: Colours): unknown {
  const chosen = patterns[pattern];
  return chosen === "none" ? { symbol: "none", color: "transparent" } : { color: colours.surface, ...chosen };
}

function seriesOf(bars: Bars, colours: Colours): unknown {
  return {
    type: "bar",
    name: bars.name,
    stack: bars.stack,
    data: bars.amounts,
    barMaxWidth: 44,
    itemStyle: { color: colours[bars.tone], decal: decalOf(bars.pattern, colours) },
  };
}

function sayBars(years: readonly string[], bars: readonly Bars[]): string {
  return years
    .map((year, at) => `${year}: ${bars.map((one) => `${one.name} ${formatMillions(one.amounts[at] ?? 0)}`).join(", ")}`)
    .join("; ");
}

export function AmountBars({ label, years, bars }: { label: string; years: readonly string[]; bars: readonly Bars[] }) {
  const option = useMemo(
    () => (colours: Colours) => ({
      aria: { enabled: true, decal: { show: true } },
      grid: { left: 8, right: 8, top: 16, bottom: 36, containLabel: true },
      legend: { bottom: 0, type: "scroll", textStyle: { color: colours.text }, itemWidth: 22, itemHeight: 12 },
      // Drawn: as HTML it would need inline styles.
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "none" }, confine: true, valueFormatter: (amount: number) => t.common.overMillion(formatMillions(amount)) },
      xAxis: {
        type: "category",
        data: [...years],
        axisLabel: { color: colours.dim },
        axisLine: { lineStyle: { color: colours.border } },
        axisTick: { show: false },
      },
      yAxis: {
        type: "value",
        axisLabel: { color: colours.dim, formatter: formatMillions },
        splitLine: { lineStyle: { color: colours.border } },
      },
      series: bars.map((one) => seriesOf(one, colours)),
    }),
    [years, bars],
  );
  return (
    <Suspense fallback={<div style={{ height }} />}>
      <Chart label={`${label}, ${t.common.million}. ${sayBars(years, bars)}`} height={height} option={option} />
    </Suspense>
  );
}
