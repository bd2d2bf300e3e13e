import { formatPercent } from "../format/number";
import classes from "./Progress.module.css";

// Nothing is drawn where nothing was reported: 0 % is a statement, no statement is not.
export function Progress({ percent, width }: { percent: number | null; width?: number }) {
  if (percent === null) return null;
  return (
    <span className={percent === 100 ? `${classes.progress} ${classes.full}` : classes.progress} style={width ? { width } : undefined}>
      <span className={classes.bar} aria-hidden="true" data-print-colours="">
        <span className={classes.fill} style={{ width: `${percent}%`, display: "block" }} />
      </span>
      <span className={classes.value}>{formatPercent(percent)}</span>
    </span>
  );
}
