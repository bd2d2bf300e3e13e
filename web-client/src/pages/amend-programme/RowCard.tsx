// One row of the amendment: what it does to which task, in one line; opened, its fields.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Task } from "../../api/types";
import type { Option } from "../../forms/spec";
import { SinceCard } from "../../forms/ConflictCard";
import { t } from "../../i18n";
import { shortPlace } from "../../meaning/place";
import { fieldName } from "../../meaning/values";
import { Icon } from "../../ui/icons";
import classes from "./Amend.module.css";
import { changedFields, collisionsOf, type Row, type RowFaults } from "./model";
import type { Overtaken } from "./refusal";
import { RowEditor } from "./RowEditor";

const words = t.amendment;

interface Props {
  row: Row;
  task: Task | null;
  groups: readonly Option[];
  faults: RowFaults | undefined;
  overtaken: Overtaken | null;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (row: Row, field: string | null) => void;
  onRemove: () => void;
  onKeep: () => void;
}

export function titleOfRow(row: Row, task: Task | null): string {
  return task?.title ?? (String(row.values["title"] ?? "").trim() || words.newTask);
}

function summary(row: Row, task: Task | null): string | null {
  if (row.do === "add") return null;
  if (row.do === "cancel") return String(row.values["reason"] ?? "").trim() ? words.reason(String(row.values["reason"]).trim()) : null;
  const changed = changedFields(row, task);
  return changed.length === 0 ? words.unchanged : words.changes(changed.map((name) => fieldName(name)).join(", "));
}

const kindClass = { add: classes.isAdd, amend: classes.isAmend, cancel: classes.isCancel };

export function RowCard({ row, task, groups, faults, overtaken, open, onOpen, onChange, onRemove, onKeep }: Props) {
  const title = titleOfRow(row, task);
  const moved = collisionsOf(row, task).length > 0;
  const wrong = Object.values(faults ?? {});
  return (
    <article className={wrong.length > 0 || moved ? `${classes.row} ${classes.marked}` : classes.row} aria-label={title} data-row={row.key}>
      <div className={classes.head}>
        <span className={`${classes.kind} ${kindClass[row.do]}`}>{words.kindShort[row.do]}</span>
        <div className={classes.what}>
          <span className={classes.title} title={title}>
            {task && <span className={classes.place}>{shortPlace(task.source)}</span>}{" "}
            {task ? (
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {title}
              </Link>
            ) : (
              title
            )}
          </span>
          {summary(row, task) && <div className={classes.note}>{summary(row, task)}</div>}
          {moved && <div className={classes.warned}>{words.movedOn}</div>}
          {faults?.[""] && <div className={classes.fault}>{faults[""]}</div>}
          {!open && wrong.length > 0 && !faults?.[""] && <div className={classes.fault}>{wrong.join(" ")}</div>}
        </div>
        <div className={classes.tools}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onOpen(!open)}
            aria-expanded={open}
            rightSection={<Icon name={open ? "up" : "down"} size={13} />}
          >
            {open ? words.shut : words.open}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      </div>
      {overtaken && (
        <div className={classes.overtaken}>
          {overtaken.events.length > 0 ? (
            <SinceCard events={overtaken.events} />
          ) : (
            <p className={classes.warned} role="alert">
              {words.overtaken(overtaken.fields.map((name) => fieldName(name)).join(", "))}
            </p>
          )}
          <Button size="compact-sm" variant="default" onClick={onKeep}>
            {words.keepRow}
          </Button>
        </div>
      )}
      {open && <RowEditor row={row} task={task} groups={groups} faults={faults} onChange={onChange} />}
    </article>
  );
}
