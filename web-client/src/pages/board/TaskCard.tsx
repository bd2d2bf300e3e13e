// A card of fixed rhythm: number and place, title in two lines, lead, deadline as printed with its day, timeliness, marks.

import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Task } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useMark } from "../../live/marks";
import { countdown, dueDay } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { statusDay, useViewTime } from "../../state/view-time";
import { useAgencyText } from "../../ui/AgencyNames";
import { TimelinessBadge } from "../../ui/Badges";
import { ChangeMark } from "../../ui/ChangeMark";
import classes from "./TaskCard.module.css";
import { TaskMarks } from "./TaskMarks";

export const cardHeight = 148;

function edge(task: Task): string {
  if (task.timeliness === "overdue") return ` ${classes.late}`;
  return task.timeliness === "due-soon" ? ` ${classes.soon}` : "";
}

// As printed, and the day that follows from it.
export function deadlineLine(task: Task): string {
  const due = dueDay(task.window);
  return [task.deadline.text || t.deadline.none, due ? t.deadline.due(formatDay(due)) : null].filter(Boolean).join(" · ");
}

export const TaskCard = memo(function TaskCard({ task, doubted }: { task: Task; doubted: boolean }) {
  const directory = useDirectory();
  const agencyText = useAgencyText();
  const subject = `task/${task.id}`;
  const fresh = useMark(subject) !== undefined;
  const left = countdown(task, statusDay(useViewTime()));
  const deadline = deadlineLine(task);
  const leads = task.lead_agencies.length > 0 ? agencyText(task.lead_agencies) : t.board.noLead;
  return (
    <article className={`${classes.card}${edge(task)}${fresh ? ` ${classes.fresh}` : ""}`}>
      <div className={classes.place}>
        <span className={classes.number}>{shortPlace(task.source)}</span>
        <span className={classes.programme}>{fresh ? <ChangeMark subject={subject} /> : directory.programmeName(task.programme)}</span>
        <TaskMarks task={task} doubted={doubted} className={classes.marks} />
      </div>
      <Link to="/tasks/$id" params={{ id: task.id }} className={classes.title} title={task.title}>
        {task.title}
      </Link>
      <div className={classes.line} title={leads}>
        {leads}
      </div>
      <div className={classes.line} title={deadline}>
        {deadline}
      </div>
      <div className={classes.foot}>
        {task.timeliness && <TimelinessBadge timeliness={task.timeliness} />}
        {left && <span className={left.late ? classes.days : classes.line}>{left.short}</span>}
        {task.progress_percent !== null && <span className={classes.percent}>{formatPercent(task.progress_percent)}</span>}
      </div>
      {task.progress_percent !== null && <span className={classes.bar} style={{ width: `${task.progress_percent}%` }} aria-hidden="true" />}
    </article>
  );
});
