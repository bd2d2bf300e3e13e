import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Task } from "../../api/types";
import { dayOfMoment, formatDay, formatMoment } from "../../format/date";
import { formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { dueDay } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { statuses, timelinesses } from "../../meaning/status";
import { useAgencyText } from "../../ui/AgencyNames";
import { StatusBadge, TimelinessBadge } from "../../ui/Badges";
import { ChangeMark } from "../../ui/ChangeMark";
import { DataTable, type Column } from "../../ui/DataTable";
import { withGroups } from "./filter";
import { TaskMarks } from "./TaskMarks";

const words = t.board.columns;
const id = (task: Task): string => task.id;
const isGroup = (task: Task): boolean => task.is_group;

function UpdatedDay({ instant }: { instant: string }) {
  return (
    <time dateTime={instant} title={formatMoment(instant)}>
      {formatDay(dayOfMoment(instant))}
    </time>
  );
}

// The columns of every table of tasks.
export function useTaskColumns(doubted: ReadonlySet<string>, withProgramme: boolean): Column<Task>[] {
  const directory = useDirectory();
  const agencyText = useAgencyText();
  return useMemo(() => {
    const programme: Column<Task> = {
      id: "programme",
      header: words.programme,
      width: 118,
      cell: (task) => directory.programmeName(task.programme),
      sortBy: (task) => directory.programmeName(task.programme),
    };
    const columns: Column<Task>[] = [
      { id: "place", header: words.place, width: 78, cell: (task) => shortPlace(task.source) },
      {
        id: "title",
        header: words.title,
        width: null,
        min: 240,
        phoneLabel: false,
        sortBy: (task) => task.title,
        cell: (task) => (
          <>
            <Link to="/tasks/$id" params={{ id: task.id }}>
              {task.title}
            </Link>{" "}
            <ChangeMark subject={`task/${task.id}`} />
          </>
        ),
      },
      ...(withProgramme ? [programme] : []),
      {
        id: "lead",
        header: words.lead,
        width: 118,
        cell: (task) => agencyText(task.lead_agencies),
        sortBy: (task) => agencyText(task.lead_agencies),
      },
      { id: "deadline", header: words.deadline, width: 96, cell: (task) => task.deadline.text },
      {
        id: "due",
        header: words.due,
        nowrap: true,
        width: 98,
        cell: (task) => (dueDay(task.window) && !task.is_group ? formatDay(dueDay(task.window) ?? "") : ""),
        sortBy: (task) => dueDay(task.window),
      },
      {
        id: "status",
        header: words.status,
        width: 112,
        cell: (task) => task.status && !task.is_group && <StatusBadge status={task.status} />,
        sortBy: (task) => (task.status ? statuses.indexOf(task.status) : null),
      },
      {
        id: "timeliness",
        header: words.timeliness,
        width: 122,
        cell: (task) => task.timeliness && !task.is_group && <TimelinessBadge timeliness={task.timeliness} />,
        sortBy: (task) => (task.timeliness ? timelinesses.indexOf(task.timeliness) : null),
      },
      {
        id: "progress",
        header: words.progress,
        width: 52,
        right: true,
        cell: (task) => (task.progress_percent === null ? "" : formatPercent(task.progress_percent)),
        sortBy: (task) => task.progress_percent,
      },
      {
        id: "marks",
        header: words.marks,
        width: 90,
        cell: (task) => (task.is_group ? "" : <TaskMarks task={task} doubted={doubted.has(task.id)} />),
      },
      {
        id: "updated",
        header: words.updated,
        nowrap: true,
        width: 98,
        cell: (task) => (task.is_group ? "" : <UpdatedDay instant={task.updated_at} />),
        sortBy: (task) => task.updated_at,
      },
    ];
    return columns;
  }, [directory, agencyText, doubted, withProgramme]);
}

interface Props {
  shown: readonly Task[];
  all: readonly Task[];
  doubted: ReadonlySet<string>;
  height?: string;
}

export function TaskTable({ shown, all, doubted, height = "100%" }: Props) {
  const columns = useTaskColumns(doubted, true);
  const rows = useMemo(() => withGroups(shown, all), [shown, all]);
  return <DataTable label={t.board.title} rows={rows} columns={columns} rowId={id} isGroup={isGroup} height={height} />;
}
