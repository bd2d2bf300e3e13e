import type { Indicator } from "../../api/types";
import { formatComputed } from "../../format/number";
import { t } from "../../i18n";
import { Spark } from "../../ui/Spark";

// The last figures of the whole, oldest first, as the list itself says them.
export function Trend({ indicator }: { indicator: Pick<Indicator, "trend"> }) {
  const values = indicator.trend.map((point) => point.value);
  if (values.length === 0) return null;
  return <Spark values={values} label={t.indicators.trendOf(values.map(formatComputed).join("; "))} />;
}
