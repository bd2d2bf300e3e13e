import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { countdown } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { statusDay, useViewTime } from "../../state/view-time";
import { TimelinessBadge } from "../../ui/Badges";
import { ChangeMark } from "../../ui/ChangeMark";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { deadlineLine } from "../board/TaskCard";
import { useApprovable } from "../approvals/use-waiting";
import { mineOf, type Group } from "./groups";
import classes from "./MinePage.module.css";

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

function GroupSection({ group }: { group: Group }) {
  const count = formatNumber(group.tasks.length);
  const all = (
    <Link to="/board" search={group.search}>
      {words.seeAll(count)}
    </Link>
  );
  return (
    <Section title={`${group.title} (${count})`} actions={group.tasks.length > shownInGroup && all}>
      <ul className={classes.list}>
        {group.tasks.slice(0, shownInGroup).map((task) => (
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

function MineOf({ agency, tasks }: MineProps) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const mine = useMemo(() => mineOf(tasks, agency, directory, allowed.posts), [tasks, agency, directory, allowed]);
  const toApprove = useApprovable(agency).items?.length ?? 0;
  const groups = mine.groups.filter((group) => group.tasks.length > 0);
  return (
    <Page
      title={words.title}
      note={`${directory.name(agency)}. ${words.summary(formatNumber(mine.leads), formatNumber(mine.coordinates))}.`}
      actions={
        <Button variant="default" component={Link} to={`/board?agency=${agency}&role=lead`}>
          {words.allLead}
        </Button>
      }
    >
      {toApprove > 0 && (
        <div className={classes.opening}>
          <p>{t.approvals.waiting(formatNumber(toApprove))}</p>
          <Button component={Link} to="/approvals">
            {t.approvals.open(formatNumber(toApprove))}
          </Button>
        </div>
      )}
      {mine.unconfirmed > 0 && (allowed.may("enter-opening-state") || allowed.may("confirm-opening-state")) && (
        <div className={classes.opening}>
          <p>{words.openingText(formatNumber(mine.unconfirmed))}</p>
          <Button component={Link} to={`/agencies/${agency}/opening-state`}>
            {words.opening}
          </Button>
        </div>
      )}
      {groups.length === 0 && <EmptyState title={words.empty} text={words.emptyText} />}
      {groups.map((group) => (
        <GroupSection key={group.id} group={group} />
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
