import { useQuery } from "@tanstack/react-query";
import { seriesQuery } from "../../api/queries";
import type { Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { Spark } from "../../ui/Spark";
import { trendOf } from "./trend";

// Asked for where the row is drawn and has figures at all.
export function Trend({ indicator }: { indicator: Indicator }) {
  const time = useViewTime();
  const series = useQuery({ ...seriesQuery(indicator.id, time), enabled: indicator.latest !== null });
  if (!series.data) return null;
  const values = trendOf(series.data);
  return <Spark values={values} label={t.indicators.trendOf(values.map(formatNumber).join("; "))} />;
}
