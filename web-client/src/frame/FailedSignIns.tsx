// Failed tries since the last sign-in, told once after signing in.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatMoment } from "../format/date";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { failedAreNew, failedSignIns } from "../state/me";
import { useStore } from "../state/store";
import classes from "./Banners.module.css";

const words = t.people.failed;
const shownAtMost = 3;

export function FailedSignIns() {
  const failed = useStore(failedSignIns);
  const fresh = useStore(failedAreNew);
  if (!fresh || failed.length === 0) return null;
  const seen = () => failedAreNew.set(false);
  return (
    <div className={classes.failed} role="alert">
      <span>
        {words.title(formatNumber(failed.length))}{" "}
        {failed
          .slice(0, shownAtMost)
          .map((one) => words.one(formatMoment(one.at), one.address))
          .join("; ")}
        . {words.text}
      </span>
      <Button size="compact-sm" variant="default" component={Link} to="/me" onClick={seen}>
        {words.open}
      </Button>
      <Button size="compact-sm" variant="default" onClick={seen}>
        {words.seen}
      </Button>
    </div>
  );
}
