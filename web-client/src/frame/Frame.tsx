import { Outlet } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "../api/queries";
import type { Post } from "../api/types";
import { t } from "../i18n";
import { Directory, DirectoryContext } from "../meaning/directory";
import { me } from "../state/me";
import { useStore } from "../state/store";
import { AskedUndo } from "../ui/Undo";
import { isPast, useViewTime } from "../state/view-time";
import { Notices } from "../ui/Notices";
import { ErrorState, LoadingState } from "../ui/States";
import classes from "./Frame.module.css";
import { DemoBanner } from "./DemoBanner";
import { FailedSignIns } from "./FailedSignIns";
import { LiveBanner } from "./LiveBanner";
import { Rail } from "./Rail";
import { SessionDialog } from "./SessionDialog";
import { TopBar } from "./TopBar";

// Names and memberships are those of the moment that the pages look at; today's for what was not there then.
const now = {};
const outsideLeads = { role: "outside-lead" };
const none: readonly Post[] = [];

function overlaid<T extends { id: string }>(today: readonly T[], then: readonly T[] | undefined): T[] {
  return [...new Map([...today, ...(then ?? [])].map((row) => [row.id, row])).values()];
}

function WithDirectory({ children }: { children: ReactNode }) {
  const time = useViewTime();
  const agencies = useQuery(listQuery("agencies", now));
  const groups = useQuery(listQuery("agency-groups", now));
  const programmes = useQuery(listQuery("programmes", now));
  const past = isPast(time);
  const agenciesThen = useQuery({ ...listQuery("agencies", time), enabled: past }).data?.items;
  const groupsThen = useQuery({ ...listQuery("agency-groups", time), enabled: past }).data?.items;
  const outside = useQuery(listQuery("posts", now, outsideLeads)).data?.items ?? none;
  const all = [agencies, groups, programmes];
  const directory = useMemo(
    () =>
      agencies.data && groups.data && programmes.data
        ? new Directory(
            past ? overlaid(agencies.data.items, agenciesThen) : agencies.data.items,
            past ? overlaid(groups.data.items, groupsThen) : groups.data.items,
            programmes.data.items,
            t.history.system,
            outside,
          )
        : null,
    [agencies.data, groups.data, programmes.data, outside, past, agenciesThen, groupsThen],
  );
  const failed = all.find((query) => query.isError && query.data === undefined);
  if (directory) return <DirectoryContext value={directory}>{children}</DirectoryContext>;
  if (failed?.error) return <ErrorState error={failed.error} retry={() => all.forEach((query) => void query.refetch())} />;
  return <LoadingState />;
}

export function Frame() {
  const who = useStore(me);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#noi-dung">
        {t.app.skip}
      </a>
      <WithDirectory>
        <Rail />
        <div style={{ minWidth: 0 }}>
          <TopBar />
          {who?.demo && <DemoBanner />}
          <FailedSignIns />
          <LiveBanner />
          <main id="noi-dung" tabIndex={-1} className={classes.main}>
            <Outlet />
          </main>
        </div>
        <AskedUndo />
      </WithDirectory>
      <SessionDialog />
      <Notices />
    </div>
  );
}
