import { formatMoment, ago } from "../format/date";
import { t } from "../i18n";

function agoText(instant: string): string | null {
  const passed = ago(instant, Date.now());
  if (!passed) return null;
  return passed.unit === "now" ? t.ago.now : t.ago[passed.unit](passed.count);
}

// The absolute time; beside it how long ago, while that is telling.
export function Moment({ instant, relative = false }: { instant: string; relative?: boolean }) {
  const passed = relative ? agoText(instant) : null;
  return (
    <time dateTime={instant}>
      {formatMoment(instant)}
      {passed && ` (${passed})`}
    </time>
  );
}
