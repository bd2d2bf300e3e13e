// One column a status. Suspended and cancelled share the last one, and stand only where there are any.

import { useMemo } from "react";
import type { Status, Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { statusLook } from "../../meaning/status";
import { Glyph } from "../../ui/Glyph";
import classes from "./CardColumns.module.css";
import { CardList } from "./CardList";
import { values, type BoardSearch } from "./search";

const main: readonly Status[] = ["not-started", "in-progress", "awaiting-acceptance", "completed"];
const rest: readonly Status[] = ["suspended", "cancelled"];

function grouped(tasks: readonly Task[]): Map<Status | null, Task[]> {
  const groups = new Map<Status | null, Task[]>();
  for (const task of tasks) {
    const group = groups.get(task.status);
    if (group) group.push(task);
    else groups.set(task.status, [task]);
  }
  return groups;
}

interface Props {
  tasks: readonly Task[];
  search: BoardSearch;
  doubted: ReadonlySet<string>;
}

export function CardColumns({ tasks, search, doubted }: Props) {
  const byStatus = useMemo(() => grouped(tasks), [tasks]);
  const chosen = values<Status>(search.status);
  const shown = [
    ...main.filter((status) => chosen.length === 0 || chosen.includes(status)),
    ...rest.filter((status) => byStatus.has(status)),
  ];
  const template = { gridTemplateColumns: `repeat(${shown.length}, minmax(230px, 1fr))` };
  return (
    <div className={classes.columns} style={template}>
      {shown.map((status) => (
        <Column key={status} status={status} tasks={byStatus.get(status) ?? none} doubted={doubted} />
      ))}
    </div>
  );
}

const none: readonly Task[] = [];

function Column({ status, tasks, doubted }: { status: Status; tasks: readonly Task[]; doubted: ReadonlySet<string> }) {
  const look = statusLook[status];
  return (
    <section className={classes.column} aria-label={t.status[status]}>
      <h2 className={classes.head}>
        <Glyph shape={look.shape} tone={look.tone} />
        {t.status[status]}
        <span className={classes.count}>{formatNumber(tasks.length)}</span>
      </h2>
      {tasks.length === 0 ? (
        <div className={classes.empty}>{t.board.emptyColumn}</div>
      ) : (
        <CardList tasks={tasks} doubted={doubted} className={classes.scroll} />
      )}
    </section>
  );
}
