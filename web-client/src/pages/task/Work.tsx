// The work: of one assignment in full, of many as a list of units.

import type { Assignment, Task } from "../../api/types";
import { t } from "../../i18n";
import type { Relation } from "../../meaning/relations";
import type { Allowed } from "../../state/allowed";
import { Section } from "../../ui/Page";
import { AssignmentBlock } from "./AssignmentBlock";
import { Units } from "./Units";
import classes from "./TaskPage.module.css";

interface Props {
  task: Task;
  assignments: readonly Assignment[];
  relation: Relation;
  allowed: Allowed;
}

export function Work({ task, assignments, relation, allowed }: Props) {
  const only = assignments[0];
  if (task.assignment_mode === "joint" && only) {
    return (
      <Section title={t.task.progress}>
        <AssignmentBlock assignment={only} task={task} />
      </Section>
    );
  }
  if (assignments.length === 0) return null;
  return (
    <Section title={t.task.units} note={<span className={classes.note}>{t.task.unitsNote}</span>}>
      <Units task={task} assignments={assignments} relation={relation} allowed={allowed} />
    </Section>
  );
}
