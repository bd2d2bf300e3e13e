// One primary button and a menu of what the acting agency may do now.

import { Button, Menu } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Assignment, Task } from "../../api/types";
import { t } from "../../i18n";
import type { TaskCommandId } from "../../meaning/command-ids";
import { fittingCommands, mayBeAmended } from "../../meaning/fitting";
import type { Relation } from "../../meaning/relations";
import type { Allowed } from "../../state/allowed";
import { draftsOf } from "../../state/drafts";
import { isPast, useViewTime } from "../../state/view-time";
import { Icon } from "../../ui/icons";
import classes from "./TaskPage.module.css";

const route = getRouteApi("/tasks/$id");

interface Props {
  task: Task;
  assignments: readonly Assignment[];
  own: Assignment | null;
  relation: Relation;
  allowed: Allowed;
}

// The assignment that the commands of this bar are on: one's own, or the only one there is.
export function targetOf(task: Task, assignments: readonly Assignment[], own: Assignment | null): Assignment | null {
  return own ?? (task.assignment_mode === "each" ? null : (assignments[0] ?? null));
}

export function CommandBar({ task, assignments, own, relation, allowed }: Props) {
  const navigate = route.useNavigate();
  const time = useViewTime();
  if (isPast(time)) return <div className={classes.bar} />;
  const target = targetOf(task, assignments, own);
  const fitting = fittingCommands(task, target, own !== null, relation, allowed);
  const open = (command: TaskCommandId) => void navigate({ search: (old) => ({ ...old, do: command, unit: undefined }) });
  const unsent = [...draftsOf(`task/${task.id}`), ...(target ? draftsOf(`assignment/${target.id}`) : [])].filter(
    (command) => command !== "comment",
  );
  const mark = (command: TaskCommandId) => (unsent.includes(command) ? ` (${t.commands.unsent.toLowerCase()})` : "");
  const nothing = !fitting.primary && fitting.others.length === 0;
  return (
    <div className={classes.bar} data-no-print>
      {fitting.primary && (
        <Button onClick={() => open(fitting.primary as TaskCommandId)}>
          {t.commands.names[fitting.primary]}
          {mark(fitting.primary)}
        </Button>
      )}
      {fitting.others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" rightSection={<Icon name="down" size={14} />}>
              {t.task.otherActions}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {fitting.others.map((command) => (
              <Menu.Item key={command} onClick={() => open(command)}>
                {t.commands.names[command]}
                {mark(command)}
              </Menu.Item>
            ))}
            {mayBeAmended(task, relation, allowed) && (
              <Menu.Item component={Link} to={`/programmes/${task.programme}/amend?task=${task.id}`}>
                {t.amendment.fromTask}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {nothing && <span className={classes.note}>{t.task.noRights}</span>}
    </div>
  );
}
