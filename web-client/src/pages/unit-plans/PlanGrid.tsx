// The lines of a plan: product, milestones by quarter, or why nothing is done this year.

import { memo, useMemo } from "react";
import type { UnitPlan, UnitPlanRow } from "../../api/types";
import { GridRow, type RowTyped } from "../../grid/GridRow";
import { TypedGrid } from "../../grid/TypedGrid";
import { t } from "../../i18n";
import { deadlineText } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { TimelinessBadge } from "../../ui/Badges";
import { PeopleLine } from "../../ui/WorkPeople";
import { planSheet, proposedCells, type ColumnName, type Edit } from "./model";
import classes from "./UnitPlans.module.css";
import type { PlanGridState } from "./use-plan-grid";

const words = t.plans;
const minWidth = 1560;
const widths = { quantity: 84, unit: 84 };

function stateOf(row: UnitPlanRow, edit: Edit | undefined): string {
  if (edit) return words.edited;
  if (row.left_out) return words.leftOut;
  return row.line ? words.said : words.empty;
}

function Head({ row, edit }: { row: UnitPlanRow; edit: Edit | undefined }) {
  const directory = useDirectory();
  return (
    <>
      <div className={classes.note}>
        {[shortPlace(row.source), directory.programmeName(row.programme), deadlineText(row.deadline)].filter(Boolean).join(", ")}
      </div>
      <div className={classes.note}>
        {stateOf(row, edit)} {row.timeliness && <TimelinessBadge timeliness={row.timeliness} />}
      </div>
      {row.people.map((people) => (
        <div key={people.agency} className={classes.note}>
          <PeopleLine people={people} />
        </div>
      ))}
    </>
  );
}

const PlanRow = memo(function PlanRow(typed: RowTyped<UnitPlanRow, ColumnName, Edit>) {
  const { row, edit, writable } = typed;
  const proposed = writable && !edit ? proposedCells(row) : null;
  return (
    <GridRow
      {...typed}
      title={{ to: "/tasks/$id", params: { id: row.task } }}
      head={<Head row={row} edit={edit} />}
      more={(column) => ({ placeholder: proposed?.[column] ?? "" })}
    />
  );
});

interface Props {
  plan: UnitPlan;
  rows: readonly UnitPlanRow[];
  grid: PlanGridState | null; // null: it is only read
}

export function PlanGrid({ plan, rows, grid }: Props) {
  const sheet = useMemo(() => planSheet(plan.sequence), [plan.sequence]);
  return (
    <TypedGrid sheet={sheet} grid={grid} rows={rows} label={words.grid} head={words.task} minWidth={minWidth} widths={widths}>
      {(typed) => <PlanRow key={typed.row.assignment} {...typed} />}
    </TypedGrid>
  );
}
