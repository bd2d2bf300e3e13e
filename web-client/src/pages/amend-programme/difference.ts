// What the server says the amendment would change, row by row, in the three groups of an amending document.

import type { AmendmentDifference, AmendmentKind, Change, Task } from "../../api/types";
import type { Row } from "./model";

export interface DifferenceRow {
  key: string;
  task: Task | null; // null: a task that is added
  title: string;
  changes: readonly Change[];
  reason: string;
}

export type Difference = Record<AmendmentKind, DifferenceRow[]>;

// What a reader of the plan sees of a row; the rest follows from it.
const planFields = [
  "title",
  "content",
  "lead_agencies",
  "coordinating_agencies",
  "confirming_agency",
  "deadline",
  "deliverables",
  "parent",
  "area",
];

function isSaid(change: Change): boolean {
  const value = change.new;
  return value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function shownChanges(kind: AmendmentKind, changes: readonly Change[]): Change[] {
  const ofAdded = (change: Change) => change.field !== "title" && planFields.includes(change.field) && isSaid(change);
  const shown = kind === "add" ? changes.filter(ofAdded) : [...changes];
  return shown.sort((left, right) => placeOf(left) - placeOf(right));
}

function placeOf(change: Change): number {
  const place = planFields.indexOf(change.field);
  return place < 0 ? planFields.length : place;
}

// The items answer the rows in their order.
export function differenceOf(items: AmendmentDifference["items"], rows: readonly Row[], tasks: ReadonlyMap<string, Task>): Difference {
  const difference: Difference = { add: [], amend: [], cancel: [] };
  items.forEach((item, index) => {
    const row = rows[index];
    if (!row || item.do === "hand-over" || item.do === "carry-over") return; // no amendment does that
    const task = row.task ? (tasks.get(row.task) ?? null) : null;
    difference[item.do].push({
      key: row.key,
      task,
      title: task?.title ?? String(row.values["title"] ?? ""),
      changes: shownChanges(item.do, item.changes),
      reason: String(row.values["reason"] ?? "").trim(),
    });
  });
  return difference;
}
