import type { FigureKind, IndicatorSeries } from "../../api/types";
import { periodEnd } from "../../meaning/period";

const periodsShown = 8;
const rank: Record<FigureKind, number> = { official: 2, actual: 1, estimate: 0 };

// The last figures of the whole, oldest first; of a period the one that says most, estimates never.
export function trendOf(series: Pick<IndicatorSeries, "points">): number[] {
  const best = new Map<string, IndicatorSeries["points"][number]>();
  for (const point of series.points) {
    if (point.agency !== null || point.value === null || point.kind === "estimate") continue;
    const old = best.get(point.period);
    if (!old || rank[point.kind] > rank[old.kind]) best.set(point.period, point);
  }
  return [...best.values()]
    .sort((left, right) => (periodEnd(left.period) < periodEnd(right.period) ? -1 : 1))
    .slice(-periodsShown)
    .map((point) => point.value as number);
}
