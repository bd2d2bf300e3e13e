import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { formatDay, formatMoment } from "../format/date";
import { t } from "../i18n";
import { liveState } from "../live/live";
import { useStore } from "../state/store";
import { isPast, statusDay, useViewTime } from "../state/view-time";
import { Icon } from "../ui/icons";
import { SearchDialog } from "./SearchDialog";
import { SettingsMenu } from "./SettingsMenu";
import classes from "./TopBar.module.css";
import { ViewTimeMenu } from "./ViewTimeMenu";
import { WhoMenu } from "./WhoMenu";

const searchKeys = "Ctrl K";
const liveColour = { connecting: "grey", live: "green", reconnecting: "amber", offline: "red" } as const;

function LiveMark() {
  const state = useStore(liveState);
  return (
    <span className={classes.live} role="status" title={t.live[state]}>
      <span className={classes.dot} style={{ background: `var(--lv-${liveColour[state]})` }} />
      <span className={classes.liveText}>{t.live[state]}</span>
    </span>
  );
}

function momentText(time: ReturnType<typeof useViewTime>): string {
  if (time.as_of) return t.top.past(formatMoment(time.as_of));
  return time.status_date ? t.top.future(formatDay(time.status_date)) : t.top.asOf(formatDay(statusDay(time)));
}

export function TopBar() {
  const time = useViewTime();
  const [searching, setSearching] = useState(false);
  useHotkeys([["mod+K", () => setSearching(true)]], []);
  return (
    <header className={classes.bar} data-no-print data-past={isPast(time) || time.status_date ? "" : undefined}>
      <button type="button" className={classes.search} onClick={() => setSearching(true)}>
        <Icon name="search" size={18} />
        <span>{t.top.search}</span>
        <kbd>{searchKeys}</kbd>
      </button>
      <div className={classes.spring} />
      <ViewTimeMenu label={momentText(time)} />
      {!isPast(time) && <LiveMark />}
      <SettingsMenu />
      <WhoMenu />
      {searching && <SearchDialog onClose={() => setSearching(false)} />}
    </header>
  );
}
