import { Link } from "@tanstack/react-router";
import type { Task } from "../../api/types";
import { useOne } from "../../api/queries";
import { formatDay } from "../../format/date";
import { t } from "../../i18n";
import { countdown, dueDay } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { citedPlace } from "../../meaning/place";
import { statusDay, useViewTime } from "../../state/view-time";
import { StatusBadge, TimelinessBadge } from "../../ui/Badges";
import { ChangeMark } from "../../ui/ChangeMark";
import { Moment } from "../../ui/Moment";
import page from "../../ui/Page.module.css";
import { PrintHead } from "../../ui/PrintHead";
import { Progress } from "../../ui/Progress";
import classes from "./TaskPage.module.css";

const longTitle = 160;

function Crumbs({ task }: { task: Task }) {
  const directory = useDirectory();
  return (
    <nav className={page.crumbs} aria-label={t.nav.programmes} data-print="">
      <Link to="/board">{t.nav.board}</Link>
      <span aria-hidden="true">›</span>
      <Link to="/programmes/$id" params={{ id: task.programme }}>
        {directory.programmeName(task.programme)}
      </Link>
      {task.source && (
        <>
          <span aria-hidden="true">›</span>
          <span>{citedPlace(task.source)}</span>
        </>
      )}
      {task.parent && <ParentCrumb id={task.parent} />}
    </nav>
  );
}

function ParentCrumb({ id }: { id: string }) {
  const parent = useOne("tasks", id).data;
  if (!parent) return null;
  return (
    <>
      <span aria-hidden="true">›</span>
      <Link to="/tasks/$id" params={{ id }}>
        {parent.title}
      </Link>
    </>
  );
}

function Flags({ task }: { task: Task }) {
  const flags = [
    task.undecided_lead ? [t.fanout.collective.badge, "violet"] : null,
    task.returned ? [t.board.marks["returned"], "red"] : null,
    task.extension_asked ? [t.board.marks["extension"], "violet"] : null,
    task.obstacle ? [t.board.marks["obstacle"], "amber"] : null,
    !task.imported ? [t.board.marks["arisen"], "grey"] : null,
  ].filter((flag) => flag !== null);
  return flags.map(([text, tone]) => (
    <span key={text} className={classes.flag} style={{ color: `var(--lv-${tone})`, background: `var(--lv-${tone}-soft)` }}>
      {text}
    </span>
  ));
}

export function TaskHeader({ task }: { task: Task }) {
  const day = statusDay(useViewTime());
  const due = dueDay(task.window);
  const left = countdown(task, day);
  return (
    <header>
      <Crumbs task={task} />
      <h1 className={task.title.length > longTitle ? `${classes.title} ${classes.long}` : classes.title}>{task.title}</h1>
      {task.is_group && <p className={classes.note}>{t.task.group}</p>}
      {task.links_to && (
        <p className={classes.note}>
          {t.task.linksTo}{" "}
          <Link to="/documents/$id" params={{ id: task.links_to }}>
            {task.links_to}
          </Link>
        </p>
      )}
      {task.carried_from && (
        <p className={classes.note}>
          {t.plans.carriedFrom}{" "}
          <Link to="/tasks/$id" params={{ id: task.carried_from }}>
            {task.carried_from}
          </Link>
        </p>
      )}
      {task.carried_to && (
        <p className={classes.note}>
          {t.plans.carriedTo(String(task.carried_to.year))}{" "}
          <Link to="/tasks/$id" params={{ id: task.carried_to.task }}>
            {task.carried_to.task}
          </Link>
        </p>
      )}
      <div className={classes.badges}>
        {task.status && <StatusBadge status={task.status} filled />}
        {task.timeliness && <TimelinessBadge timeliness={task.timeliness} filled />}
        {due && !task.is_group && (
          <span>
            {t.deadline.due(formatDay(due))}
            {left && <span className={left.late ? classes.late : classes.note}> ({left.text})</span>}
          </span>
        )}
        {task.suspended_until && <span>{t.task.suspendedUntil(formatDay(task.suspended_until))}</span>}
        <Progress percent={task.progress_percent} width={150} />
        <Flags task={task} />
        <span className={classes.note}>
          {t.common.updated("")}
          <Moment instant={task.updated_at} relative />
        </span>
        <ChangeMark subject={`task/${task.id}`} />
      </div>
      <PrintHead />
    </header>
  );
}
