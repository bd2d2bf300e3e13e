// Targets as steps, figures as points, breaks; of the whole or of one agency.

import { lazy, Suspense, useMemo } from "react";
import type { IndicatorSeries } from "../../api/types";
import { t } from "../../i18n";
import { chartLabel, chartOf, isDrawable } from "./chart";
import { chartOption } from "./option";

const Chart = lazy(() => import("../../ui/Chart"));
const height = 300; // px

export function SeriesChart({ series, agency, unit }: { series: IndicatorSeries; agency: string | null; unit: string | null }) {
  const data = useMemo(() => chartOf(series, agency), [series, agency]);
  const option = useMemo(() => chartOption(data, unit), [data, unit]);
  if (!isDrawable(data)) return <p>{t.indicators.noChart}</p>;
  return (
    <Suspense fallback={<div style={{ height }} />}>
      <Chart label={chartLabel(data)} height={height} option={option} />
    </Suspense>
  );
}
