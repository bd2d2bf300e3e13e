import type { Counts } from "../api/types";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { statuses, statusLook } from "../meaning/status";
import classes from "./StackedBar.module.css";

const drawn = ["completed", "awaiting-acceptance", "in-progress"] as const;

// How much of the whole is done, waits, is being done; the rest stays empty. The words stand in its title.
export function StackedBar({ counts }: { counts: Counts }) {
  const words = statuses
    .filter((status) => counts.status[status] > 0)
    .map((status) => `${t.status[status]}: ${formatNumber(counts.status[status])}`);
  return (
    <div className={classes.bar} role="img" data-print-colours="" aria-label={words.join(", ")} title={words.join(", ")}>
      {drawn.map((status) => (
        <div
          key={status}
          className={classes.part}
          style={{
            width: `${(100 * counts.status[status]) / Math.max(1, counts.total)}%`,
            background: `var(--lv-${statusLook[status].tone})`,
          }}
        />
      ))}
    </div>
  );
}
