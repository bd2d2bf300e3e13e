// Says that the line is broken, and once that it came back; and that the past can be read, not written.

import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { t } from "../i18n";
import { useLive } from "../live/context";
import { liveState } from "../live/live";
import { useStore } from "../state/store";
import { isPast, useViewTime } from "../state/view-time";
import { tell } from "../ui/toast";
import classes from "./LiveBanner.module.css";

export function LiveBanner() {
  const state = useStore(liveState);
  const { connection } = useLive();
  const time = useViewTime();
  const navigate = useNavigate();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (state === "offline") wasOffline.current = true;
    if (state !== "live" || !wasOffline.current) return;
    wasOffline.current = false;
    tell(t.live.healed);
  }, [state]);

  if (state === "offline") {
    return (
      <div className={classes.banner} role="alert">
        {t.live.offlineBanner}
        <Button size="compact-sm" variant="default" onClick={() => connection.hurry()}>
          {t.live.retry}
        </Button>
      </div>
    );
  }
  if (!isPast(time)) return null;
  return (
    <div className={`${classes.banner} ${classes.past}`} role="status">
      {t.top.readOnly}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void navigate({ to: ".", search: (old) => ({ ...old, as_of: undefined }) })}
      >
        {t.top.backToNow}
      </Button>
    </div>
  );
}
