// What a printed page says beside its content: filters in words, the moment of its data (at the foot of each sheet too), and when it was
// printed.

import { useEffect } from "react";
import { formatDay, formatMoment } from "../format/date";
import { t } from "../i18n";
import { statusDay, useViewTime } from "../state/view-time";
import { usePrinting } from "./printing";

export function PrintHead() {
  const time = useViewTime();
  const printing = usePrinting();
  const data = time.as_of ? t.print.past(formatMoment(time.as_of)) : t.print.asOf(formatDay(statusDay(time)));
  useEffect(() => document.documentElement.style.setProperty("--lv-page-moment", JSON.stringify(data)), [data]);
  return (
    <p data-print-only="">
      {data}
      {printing && `. ${t.print.printed(formatMoment(new Date().toISOString()))}.`}
    </p>
  );
}

export function PrintedFilter({ parts }: { parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return <p data-print-only="">{t.print.filter(parts.join("; "))}</p>;
}
