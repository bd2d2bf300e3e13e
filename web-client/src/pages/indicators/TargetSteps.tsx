// Targets as steps over the years, where there are numbers enough to draw.

import { lazy, Suspense, useMemo } from "react";
import type { Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import type { Colours } from "../../ui/Chart";

const Chart = lazy(() => import("../../ui/Chart"));
const leastPoints = 2;

export function TargetSteps({ indicator }: { indicator: Indicator }) {
  const points = useMemo(
    () =>
      indicator.targets
        .filter((target) => typeof target.value === "number")
        .map((target) => [String(target.year), target.value as number] as const),
    [indicator.targets],
  );
  const option = useMemo(
    () => (colours: Colours) => ({
      grid: { left: 8, right: 24, top: 28, bottom: 4, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText" }, // drawn: as HTML it would need inline styles, which the page's policy forbids
      xAxis: {
        type: "category",
        data: points.map(([year]) => year),
        axisLabel: { color: colours.dim },
        axisLine: { lineStyle: { color: colours.border } },
      },
      yAxis: {
        type: "value",
        name: indicator.unit ?? "",
        nameTextStyle: { color: colours.dim, align: "left" },
        axisLabel: { color: colours.dim, formatter: (value: number) => formatNumber(value) },
        splitLine: { lineStyle: { color: colours.border } },
      },
      series: [
        {
          type: "line",
          name: t.registers.indicators.target,
          step: "end",
          data: points.map(([, value]) => value),
          lineStyle: { color: colours.accent, width: 2 },
          itemStyle: { color: colours.accent },
          symbolSize: 8,
          label: { show: true, color: colours.text, formatter: (point: { value: number }) => formatNumber(point.value) },
        },
      ],
    }),
    [points, indicator.unit],
  );
  if (points.length < leastPoints) return null;
  const label = points.map(([year, value]) => `${year}: ${formatNumber(value)}`).join(", ");
  return (
    <Suspense fallback={<div style={{ height: 220 }} />}>
      <Chart label={label} height={220} option={option} />
    </Suspense>
  );
}
