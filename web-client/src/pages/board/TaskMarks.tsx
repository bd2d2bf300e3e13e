import type { Task } from "../../api/types";
import { t } from "../../i18n";
import { Icon, type IconName } from "../../ui/icons";
import { hasMark } from "./filter";
import type { MarkName } from "./search";

const shown: readonly (readonly [MarkName, IconName, string])[] = [
  ["obstacle", "obstacle", "amber"],
  ["returned", "returned", "red"],
  ["extension", "extension", "violet"],
  ["draft", "draft", "blue"],
  ["doubt", "doubt", "teal"],
];

// What stands out about a task, each with its word for those who hover or listen.
export function TaskMarks({ task, doubted, className }: { task: Task; doubted: boolean; className?: string | undefined }) {
  const set = doubted ? new Set([task.id]) : new Set<string>();
  return (
    <span className={className} style={{ display: "inline-flex", flexWrap: className ? "nowrap" : "wrap", gap: 6 }}>
      {shown
        .filter(([mark]) => hasMark(task, mark, set))
        .map(([mark, icon, tone]) => (
          <span key={mark} role="img" aria-label={t.board.marks[mark]} title={t.board.marks[mark]} style={{ color: `var(--lv-${tone})` }}>
            <Icon name={icon} size={15} />
          </span>
        ))}
      {task.comment_count > 0 && (
        <span title={t.board.comments(task.comment_count)} aria-label={t.board.comments(task.comment_count)} role="img">
          <Icon name="comment" size={14} />
          {task.comment_count}
        </span>
      )}
      {task.assignments.total > 1 && (
        <span title={t.board.units(task.assignments.total)} aria-label={t.board.units(task.assignments.total)} role="img">
          <Icon name="units" size={14} />
          {task.assignments.total}
        </span>
      )}
    </span>
  );
}
