import { lazy, Suspense, useMemo } from "react";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import type { Colours } from "../../ui/Chart";

const Chart = lazy(() => import("../../ui/Chart"));
const height = 200;

// Need by year, each bar with its amount in triệu đồng.
export function YearBars({ years }: { years: readonly (readonly [string, number])[] }) {
  const option = useMemo(
    () => (colours: Colours) => ({
      grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
      xAxis: {
        type: "category",
        data: years.map(([year]) => year),
        axisLabel: { color: colours.dim },
        axisLine: { lineStyle: { color: colours.border } },
        axisTick: { show: false },
      },
      yAxis: { type: "value", show: false },
      series: [
        {
          type: "bar",
          data: years.map(([, amount]) => amount),
          barMaxWidth: 64,
          itemStyle: { color: colours.accent },
          label: { show: true, position: "top", color: colours.text, formatter: (bar: { value: number }) => formatMillions(bar.value) },
        },
      ],
    }),
    [years],
  );
  const label = `${t.registers.budget.byYear}: ${years.map(([year, amount]) => `${year} ${t.common.overMillion(formatMillions(amount))}`).join(", ")}`;
  return (
    <Suspense fallback={<div style={{ height }} />}>
      <Chart label={label} height={height} option={option} />
    </Suspense>
  );
}
