import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList, useOne } from "../../api/queries";
import type { Programme, Task } from "../../api/types";
import { ActAs } from "../../frame/ActAs";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { mayAmend } from "../../meaning/fitting";
import { shortPlace } from "../../meaning/place";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { AmendmentForm } from "./AmendmentForm";
import { groupsOf } from "./model";

const route = getRouteApi("/programmes/$id/amend");
const words = t.amendment;

function NotAllowed({ programme, past }: { programme: Programme; past: boolean }) {
  const directory = useDirectory();
  if (past) return <EmptyState title={words.past} />;
  return (
    <EmptyState title={words.onlyStanding(directory.name(programme.standing_agency))}>
      <ActAs agency={programme.standing_agency} />
    </EmptyState>
  );
}

function Amending({ programme, all }: { programme: Programme; all: readonly Task[] }) {
  const tasks = useMemo(() => all.filter((task) => task.programme === programme.id), [all, programme.id]);
  const groups = useMemo(() => groupsOf(tasks, (task) => `${shortPlace(task.source)}. ${task.title}`), [tasks]);
  return <AmendmentForm key={programme.id} programme={programme} tasks={tasks} groups={groups} />;
}

export default function AmendProgrammePage() {
  const { id } = route.useParams();
  const programme = useOne("programmes", id);
  const tasks = useList("tasks");
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  return (
    <QueryView query={programme}>
      {(shown) => (
        <Page
          title={words.titleOf(shown.short_title)}
          crumbs={
            <Link to="/programmes/$id" params={{ id }}>
              {shown.short_title}
            </Link>
          }
          note={words.intro}
        >
          {past || !mayAmend(shown, acting, allowed, directory) ? (
            <NotAllowed programme={shown} past={past} />
          ) : (
            <QueryView query={tasks}>{(list) => <Amending programme={shown} all={list.items} />}</QueryView>
          )}
        </Page>
      )}
    </QueryView>
  );
}
