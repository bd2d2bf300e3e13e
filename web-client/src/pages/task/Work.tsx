// The work: of one assignment in full, of many as a list of units.

import type { Assignment, Task } from "../../api/types";
import { t } from "../../i18n";
import type { Relation } from "../../meaning/relations";
import type { Allowed } from "../../state/allowed";
import { AgencyNames } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { WorkPeople } from "../../ui/WorkPeople";
import { Section } from "../../ui/Page";
import { AssignmentBlock } from "./AssignmentBlock";
import { Units } from "./Units";
import classes from "./TaskPage.module.css";

interface Props {
  task: Task;
  assignments: readonly Assignment[];
  own: Assignment | null; // of the agency acted for
  relation: Relation;
  allowed: Allowed;
}

function Focal({ task }: { task: Task }) {
  return (
    <>
      {t.fanout.collective.agency}: <AgencyNames ids={task.units} />
    </>
  );
}

export function Work({ task, assignments, own, relation, allowed }: Props) {
  const only = assignments[0];
  if (task.assignment_mode !== "each" && only) {
    return (
      <Section title={t.task.progress} note={task.assignment_mode === "focal" && <Focal task={task} />}>
        <AssignmentBlock assignment={only} task={task} />
      </Section>
    );
  }
  if (assignments.length === 0) return null;
  return (
    <Section title={t.task.units} note={<span className={classes.note}>{t.task.unitsNote}</span>}>
      <Units task={task} assignments={assignments} relation={relation} allowed={allowed} />
      {own && (own.people ?? []).length > 0 && (
        <div style={{ marginTop: 12 }}>
          <Facts rows={[[t.inside.people, <WorkPeople key="people" assignment={own} />]]} />
        </div>
      )}
    </Section>
  );
}
