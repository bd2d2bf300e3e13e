// A deadline in words: the printed text, the day that follows from it, and how.

import type { Deadline, Task, Window } from "../api/types";
import { daysBetween, formatDay } from "../format/date";
import { t } from "../i18n";

export interface DeadlineLine {
  text: string;
  note: string | null;
}

export function deadlineText(deadline: Deadline): string {
  return deadline.text || t.deadline.none;
}

function windowText(start: string | null, due: string | null): string | null {
  if (due && start) return `${t.deadline.window(formatDay(start), formatDay(due))}`;
  if (due) return t.deadline.due(formatDay(due));
  return start ? t.deadline.from(formatDay(start)) : null;
}

function explain(deadline: Deadline): DeadlineLine {
  const rhythms = deadline.rhythms.map((rhythm) => t.deadline.every(rhythm.count, rhythm.every)).join(", ");
  const trigger = deadline.trigger?.days != null ? t.deadline.days(deadline.trigger.days) : null;
  const note = [t.deadline.rule[deadline.kind], rhythms, trigger].filter(Boolean).join("; ");
  const window = windowText(deadline.start, deadline.due);
  return window ? { text: window, note } : { text: note, note: null };
}

// How the printed deadline was read, part by part.
export function explained(task: Task): DeadlineLine[] {
  const { deadline } = task;
  if (deadline.kind === "compound") {
    return deadline.parts.map((part) => ({
      text: `“${part.text}”`,
      note: [explain(part).text, explain(part).note].filter(Boolean).join(": "),
    }));
  }
  return [explain(deadline)];
}

const periodic = ["ongoing", "recurring"];

// The day in force after trigger and extension; none for standing work.
export function dueDay(window: Window | null): string | null {
  return window && !periodic.includes(window.kind) ? window.due : null;
}

export interface Countdown {
  text: string;
  short: string; // "12 ngày"
  late: boolean;
}

const nearDays = 30;
const running = ["on-time", "due-soon"];

// "còn 3 ngày" near the day, "quá 12 ngày" where the task counts as late: one that nobody has confirmed yet does not.
export function countdown(task: Task, statusDate: string): Countdown | null {
  const due = dueDay(task.window);
  if (!due || task.is_group || task.timeliness === null) return null;
  const left = daysBetween(statusDate, due);
  if (task.timeliness === "overdue" && left < 0)
    return { text: t.deadline.daysLate(-left), short: t.deadline.countDays(-left), late: true };
  return running.includes(task.timeliness) && left >= 0 && left <= nearDays
    ? { text: t.deadline.daysLeft(left), short: t.deadline.countDays(left), late: false }
    : null;
}
