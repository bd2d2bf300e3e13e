// The fields of a row, each beside what the plan says now.

import { Button } from "@mantine/core";
import type { Task } from "../../api/types";
import { canJoin, type Choice } from "../../forms/conflict";
import { same } from "../../forms/convert";
import { Field } from "../../forms/Field";
import type { FieldSpec, Option } from "../../forms/spec";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { inWords } from "../../meaning/values";
import classes from "./Amend.module.css";
import { collisionsOf, decided, fieldsOf, planOf, type Row, type RowFaults } from "./model";

const words = t.amendment;

interface Props {
  row: Row;
  task: Task | null;
  groups: readonly Option[];
  faults: RowFaults | undefined;
  onChange: (row: Row, field: string | null) => void;
}

export function RowEditor({ row, task, groups, faults, onChange }: Props) {
  const fields = fieldsOf(row, task, groups);
  const beside = row.do === "amend" ? task : null;
  const collisions = collisionsOf(row, task);
  return (
    <div className={beside ? `${classes.editor} ${classes.twoSides}` : classes.editor}>
      {beside && (
        <div className={classes.sides} aria-hidden="true">
          <span>{words.now}</span>
          <span>{words.then}</span>
        </div>
      )}
      {fields.map((field) => (
        <EditedField
          key={field.name}
          row={row}
          task={beside}
          field={field}
          groups={groups}
          error={faults?.[field.name]}
          moved={collisions.includes(field.name)}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  row: Row;
  task: Task | null; // whose present words stand beside; null: nothing stands beside
  field: FieldSpec;
  groups: readonly Option[];
  error: string | undefined;
  moved: boolean;
  onChange: (row: Row, field: string | null) => void;
}

function useNowText(task: Task | null, groups: readonly Option[]): (field: string) => string {
  const directory = useDirectory();
  return (field) => {
    if (!task || field === "reason") return "";
    const value = (task as unknown as Record<string, unknown>)[field];
    if (field === "parent") return groups.find((group) => group.value === value)?.label ?? t.history.nothing;
    return inWords(field, value, directory);
  };
}

function EditedField({ row, task, field, groups, error, moved, onChange }: FieldProps) {
  const nowText = useNowText(task, groups);
  const plan = planOf(row, task)[field.name];
  const edited = task !== null && field.name !== "reason" && !same(row.values[field.name], plan);
  const set = (value: unknown) => onChange({ ...row, values: { ...row.values, [field.name]: value } }, field.name);
  const choose = (choice: Choice) => task && onChange(decided(row, field, choice, task), field.name);
  return (
    <div className={edited ? `${classes.pair} ${classes.edited}` : classes.pair} data-field={field.name}>
      {task && <div className={field.name === "reason" ? classes.nowEmpty : classes.now}>{nowText(field.name)}</div>}
      <div className={classes.then}>
        <Field field={field} values={row.values} error={error} onChange={set} />
        {moved ? (
          <Moved field={field} onChoose={choose} />
        ) : (
          edited && (
            <div className={classes.editedNote}>
              {words.edited}
              <Button size="compact-xs" variant="subtle" onClick={() => set(plan)}>
                {words.revert}
              </Button>
            </div>
          )
        )}
      </div>
    </div>
  );
}

function Moved({ field, onChoose }: { field: FieldSpec; onChoose: (choice: Choice) => void }) {
  return (
    <div className={classes.moved} role="group" aria-label={`${field.label}: ${words.movedOn}`}>
      <span>{words.movedOn}</span>
      <Button size="compact-sm" variant="default" onClick={() => onChoose("mine")}>
        {t.commands.conflict.keepMine}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onChoose("theirs")}>
        {words.useNow}
      </Button>
      {canJoin(field) && (
        <Button size="compact-sm" variant="default" onClick={() => onChoose("both")}>
          {t.commands.conflict.joinBoth}
        </Button>
      )}
    </div>
  );
}
