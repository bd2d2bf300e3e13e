import { Button, SegmentedControl } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { countdown } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { isCounted, standsFor } from "../../meaning/relations";
import { shortPlace } from "../../meaning/place";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { statusDay, useViewTime } from "../../state/view-time";
import { TimelinessBadge } from "../../ui/Badges";
import { ChangeMark } from "../../ui/ChangeMark";
import { ExportButton } from "../../ui/ExportButton";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { deadlineLine } from "../board/TaskCard";
import { me } from "../../state/me";
import { CoordinationOfMine } from "../coordination/Mine";
import { PublicationsOfMine } from "../indicators/PublicationsOfMine";
import { FiguresOfMine } from "../submissions/Mine";
import { useApprovable } from "../approvals/use-waiting";
import { assignable, isHandledBy, peopleBy } from "../../meaning/work-people";
import { mineOf, type Group } from "./groups";
import classes from "./MinePage.module.css";

const route = getRouteApi("/");
const words = t.board.mine;
const shownInGroup = 5;

function Row({ task }: { task: Task }) {
  const directory = useDirectory();
  const left = countdown(task, statusDay(useViewTime()));
  return (
    <li className={classes.item}>
      <span className={classes.place}>{shortPlace(task.source)}</span>
      <div>
        <Link to="/tasks/$id" params={{ id: task.id }} className={classes.title} title={task.title}>
          {task.title}
        </Link>
        <div className={classes.note}>
          {directory.programmeName(task.programme)}, {deadlineLine(task)}
          {left && ` · ${left.text}`}
        </div>
        <ChangeMark subject={`task/${task.id}`} />
      </div>
      <span className={classes.side}>{task.timeliness && <TimelinessBadge timeliness={task.timeliness} />}</span>
    </li>
  );
}

// `whole`: one's own work is not cut short, the board cannot show it.
function GroupSection({ group, whole }: { group: Group; whole: boolean }) {
  const count = formatNumber(group.tasks.length);
  const all = (
    <Link to="/board" search={group.search}>
      {words.seeAll(count)}
    </Link>
  );
  return (
    <Section title={`${group.title} (${count})`} actions={!whole && group.tasks.length > shownInGroup && all}>
      <ul className={classes.list}>
        {(whole ? group.tasks : group.tasks.slice(0, shownInGroup)).map((task) => (
          <Row key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  );
}

interface MineProps {
  agency: string;
  tasks: readonly Task[];
}

// The tasks of which somebody works on a part for the agency; null while that is not known.
function useHandled(agency: string): ReadonlySet<string> | null {
  const account = useStore(me)?.account ?? "";
  const all = useList("assignments", { agency }).data?.items;
  return useMemo(() => all && new Set(all.filter((one) => isHandledBy(one, agency, account)).map((one) => one.task)), [all, agency, account]) ?? null;
}

function ScopeChoice({ scope, mine }: { scope: "mine" | "unit"; mine: number }) {
  const navigate = route.useNavigate();
  const data = [
    { value: "mine", label: `${t.inside.mine} (${formatNumber(mine)})` },
    { value: "unit", label: t.inside.unit },
  ];
  return (
    <SegmentedControl
      data={data}
      value={scope}
      onChange={(next) => void navigate({ search: (old) => ({ ...old, scope: next as "mine" | "unit" }), replace: true })}
      aria-label={t.inside.scope}
      style={{ marginBottom: 12 }}
    />
  );
}

// One's own work that presses nowhere.
function restOf(groups: readonly Group[], shown: readonly Task[]): Group {
  const pressing = new Set(groups.flatMap((group) => group.tasks.map((task) => task.id)));
  const tasks = shown.filter((task) => isCounted(task) && task.status !== "completed" && !pressing.has(task.id));
  return { id: "rest", title: t.inside.rest, tasks, search: {} };
}

// Work of the agency for which nobody is named yet, for whoever may name people.
function ToAssign({ agency, tasks }: { agency: string; tasks: readonly Task[] }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const all = useList("assignments", { agency }).data?.items;
  const count = useMemo(
    () => assignable(all ?? [], tasks, agency, directory, allowed.posts).filter((one) => !peopleBy(one, agency)).length,
    [all, tasks, agency, directory, allowed],
  );
  if (count === 0) return null;
  return (
    <div className={classes.opening}>
      <p>{t.inside.bulk.waiting(formatNumber(count))}</p>
      <Button variant="default" component={Link} to="/people-of-work">
        {t.inside.bulk.open}
      </Button>
    </div>
  );
}

// Collective leads of the programmes that the agency stands for.
function CollectiveWaiting({ agency, tasks }: { agency: string; tasks: readonly Task[] }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const count = tasks.filter((task) => task.undecided_lead && standsFor(task.programme, agency, allowed.posts, directory)).length;
  if (count === 0) return null;
  return (
    <div className={classes.opening}>
      <p>{t.fanout.collective.waiting(formatNumber(count))}</p>
      <Button variant="default" component={Link} to="/collective-leads">
        {t.fanout.collective.open}
      </Button>
    </div>
  );
}

function MineOf({ agency, tasks }: MineProps) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const handled = useHandled(agency);
  const scope = route.useSearch().scope ?? (handled && handled.size > 0 ? "mine" : "unit");
  const shown = useMemo(
    () => (scope === "mine" ? tasks.filter((task) => handled?.has(task.id)) : tasks),
    [scope, tasks, handled],
  );
  const mine = useMemo(() => mineOf(shown, agency, directory, allowed.posts), [shown, agency, directory, allowed]);
  const toApprove = useApprovable(agency).items?.length ?? 0;
  const groups = [...mine.groups, ...(scope === "mine" ? [restOf(mine.groups, shown)] : [])].filter((group) => group.tasks.length > 0);
  return (
    <Page
      title={words.title}
      note={`${directory.name(agency)}. ${words.summary(formatNumber(mine.leads), formatNumber(mine.coordinates))}.`}
      actions={
        <>
          {allowed.may("hand-over") && (
            <Button variant="default" component={Link} to="/handover">
              {t.inside.handover.title}
            </Button>
          )}
          <ExportButton path="/assignments.xlsx" query={{ agency }} />
          <Button variant="default" component={Link} to={`/board?agency=${agency}&role=lead`}>
            {words.allLead}
          </Button>
        </>
      }
    >
      {handled && <ScopeChoice scope={scope} mine={handled.size} />}
      {scope === "unit" && allowed.may("assign-people") && <ToAssign agency={agency} tasks={tasks} />}
      {allowed.may("assign") && <CollectiveWaiting agency={agency} tasks={tasks} />}
      {toApprove > 0 && (
        <div className={classes.opening}>
          <p>{t.approvals.waiting(formatNumber(toApprove))}</p>
          <Button component={Link} to="/approvals">
            {t.approvals.open(formatNumber(toApprove))}
          </Button>
        </div>
      )}
      {scope === "unit" && <FiguresOfMine agency={agency} className={classes.opening} />}
      {scope === "unit" && <PublicationsOfMine agency={agency} className={classes.opening} />}
      {mine.unconfirmed > 0 && (allowed.may("enter-opening-state") || allowed.may("confirm-opening-state")) && (
        <div className={classes.opening}>
          <p>{words.openingText(formatNumber(mine.unconfirmed))}</p>
          <Button component={Link} to={`/agencies/${agency}/opening-state`}>
            {words.opening}
          </Button>
        </div>
      )}
      {scope === "unit" && <CoordinationOfMine agency={agency} />}
      {groups.length === 0 && scope === "mine" && handled?.size === 0 && (
        <EmptyState title={t.inside.mineEmpty} text={t.inside.mineEmptyText} />
      )}
      {groups.length === 0 && !(scope === "mine" && handled?.size === 0) && <EmptyState title={words.empty} text={words.emptyText} />}
      {groups.map((group) => (
        <GroupSection key={group.id} group={group} whole={scope === "mine"} />
      ))}
    </Page>
  );
}

function Mine({ agency }: { agency: string }) {
  const tasks = useList("tasks");
  return <QueryView query={tasks}>{(list) => <MineOf agency={agency} tasks={list.items} />}</QueryView>;
}

export default function MinePage() {
  const acting = useStore(actingFor);
  if (acting) return <Mine agency={acting} />;
  return (
    <Page title={words.title}>
      <EmptyState title={words.choose} text={words.chooseText} />
    </Page>
  );
}
