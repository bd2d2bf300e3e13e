// An amendment of a plan while it is being written: its document and its rows, each as typed beside what the plan said when it was begun.

import type { AmendmentItem, AmendmentKind, Task } from "../../api/types";
import { chosen, type Choice } from "../../forms/conflict";
import { bodyOf, same } from "../../forms/convert";
import type { DocumentValue, FieldSpec, FormValues, Option } from "../../forms/spec";
import { label, planFields, planValues, reasonField } from "../../forms/specs/task";

export const kinds: readonly AmendmentKind[] = ["add", "amend", "cancel"];

export interface Row {
  key: string;
  do: AmendmentKind;
  task: string | null; // null: a task that is added
  values: FormValues;
  began: FormValues;
  basedOn: number | null;
}

export interface Amendment {
  document: DocumentValue | null;
  rows: readonly Row[];
}

export const noAmendment: Amendment = { document: null, rows: [] };

const optionalReason: FieldSpec = { ...reasonField, required: false };

function parentField(groups: readonly Option[]): FieldSpec[] {
  return groups.length > 0 ? [{ name: "parent", kind: "select", label: label("parent"), options: groups }] : [];
}

// The fields of a row; `groups` are the rows of the plan that may stand above it.
export function fieldsOf(row: Row, task: Task | null, groups: readonly Option[]): FieldSpec[] {
  if (row.do === "cancel") return [reasonField];
  const fields = [...planFields(task), ...parentField(groups.filter((group) => group.value !== task?.id))];
  return row.do === "add" ? fields : [...fields, optionalReason];
}

// What the plan says of the row now, as it would be typed.
export function planOf(row: Row, task: Task | null): FormValues {
  return row.do === "cancel" ? { reason: "" } : { ...planValues(task), parent: task?.parent ?? "", reason: "" };
}

export function newRow(kind: AmendmentKind, task: Task | null, key: string): Row {
  const row: Row = { key, do: kind, task: task?.id ?? null, values: {}, began: {}, basedOn: task?.sequence ?? null };
  const plan = planOf(row, task);
  return { ...row, values: plan, began: plan };
}

export function withRow(amendment: Amendment, row: Row): Amendment {
  return { ...amendment, rows: amendment.rows.map((one) => (one.key === row.key ? row : one)) };
}

export function withoutRow(amendment: Amendment, key: string): Amendment {
  return { ...amendment, rows: amendment.rows.filter((row) => row.key !== key) };
}

// Fields that were not touched here follow the plan.
export function following(row: Row, task: Task | null): Row {
  const plan = planOf(row, task);
  const names = Object.keys(plan).filter((name) => same(row.values[name], row.began[name]) && !same(row.began[name], plan[name]));
  if (names.length === 0) return row;
  const moved = Object.fromEntries(names.map((name) => [name, plan[name]]));
  return { ...row, values: { ...row.values, ...moved }, began: { ...row.began, ...moved } };
}

// Fields that were changed here and, since the row was begun, otherwise in the plan.
export function collisionsOf(row: Row, task: Task | null): string[] {
  const plan = planOf(row, task);
  const moved = (name: string) => !same(plan[name], row.began[name]) && !same(plan[name], row.values[name]);
  return Object.keys(plan).filter((name) => !same(row.values[name], row.began[name]) && moved(name));
}

export function decided(row: Row, field: FieldSpec, choice: Choice, task: Task): Row {
  const now = planOf(row, task)[field.name];
  const next: Row = {
    ...row,
    values: { ...row.values, [field.name]: chosen(field, choice, row.values[field.name], now) },
    began: { ...row.began, [field.name]: now },
  };
  return collisionsOf(next, task).length === 0 ? { ...next, basedOn: task.sequence } : next;
}

// Fields that the row would change.
export function changedFields(row: Row, task: Task | null): string[] {
  const plan = planOf(row, task);
  return Object.keys(plan).filter((name) => name !== "reason" && !same(row.values[name], plan[name]));
}

export type RowFaults = Record<string, string>; // by field; "": of the row as a whole

export interface MadeItem {
  item: AmendmentItem;
  faults: RowFaults;
}

export function itemOf(row: Row, task: Task | null, fields: readonly FieldSpec[]): MadeItem {
  if (row.do === "add") {
    const made = bodyOf({ fields }, row.values, row.began);
    return { item: { do: "add", task: made.body as NonNullable<AmendmentItem["task"]> }, faults: made.faults };
  }
  const beside = row.do === "amend" ? { beside: ["reason"] } : {};
  const made = bodyOf({ fields, ...beside }, row.values, planOf(row, task));
  const item = { do: row.do, subject: `task/${row.task}`, based_on: row.basedOn, ...made.body } as AmendmentItem;
  return { item, faults: made.faults };
}

export function countsOf(rows: readonly { do: AmendmentKind }[]): Record<AmendmentKind, number> {
  const counts = { add: 0, amend: 0, cancel: 0 };
  for (const row of rows) counts[row.do] += 1;
  return counts;
}

// The rows of the plan that may stand above others.
export function groupsOf(tasks: readonly Task[], nameOf: (task: Task) => string): Option[] {
  return tasks.filter((task) => task.is_group).map((task) => ({ value: task.id, label: nameOf(task) }));
}
