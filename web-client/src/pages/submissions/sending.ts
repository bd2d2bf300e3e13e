// From the rows that were typed to the items of an act, and from the server's word on each item back to the rows.

import type { FigureKind, SubmissionDifferenceItem, SubmissionGridRow } from "../../api/types";
import type { DocumentBook } from "../../grid/documents";
import { faultsBy, type Faults } from "../../grid/sheet";
import { indicatorOfSubmission } from "../../live/touches";
import { columns, faultsOf, isRate, type ColumnName, type RowFaults } from "./cells";
import { isOvertaken, itemOf, keyOf, kindOfKey, type Edit, type Edits, type Item } from "./edits";

export interface Edited {
  key: string;
  row: SubmissionGridRow;
  kind: FigureKind;
  edit: Edit;
}

// Edits of every kind, in the order of the rows.
export function editedIn(rows: readonly SubmissionGridRow[], edits: Edits): Edited[] {
  const entries = Object.entries(edits);
  return rows.flatMap((row) =>
    entries
      .filter(([key]) => key === keyOf(kindOfKey(key), row.submission))
      .map(([key, edit]) => ({ key, row, kind: kindOfKey(key), edit })),
  );
}

// What is wrong here already, by row.
export function faultsIn(edited: readonly Edited[], book: DocumentBook): Faults<ColumnName> {
  return faultsBy(edited, (one) => one.key, (one) => faultsOf(one.row, one.edit.cells, book));
}

export const overtakenIn = (edited: readonly Edited[]): boolean => edited.some((one) => isOvertaken(one.row, one.kind, one.edit));

export interface Ready {
  key: string;
  row: SubmissionGridRow;
  item: Item;
}

// Of rows without faults.
export function readyFrom(edited: readonly Edited[], submit: boolean): Ready[] {
  return edited.map((one) => ({ key: one.key, row: one.row, item: itemOf(one.row, one.kind, one.edit, submit) }));
}

const columnOfPointer = (pointer: string): ColumnName | undefined =>
  pointer.includes("missing") ? "reason" : columns.find((column) => pointer.includes(column));

// Where the server's word about a row is shown.
export function faultOf({ row }: Ready, item: SubmissionDifferenceItem): RowFaults {
  const said = item.errors.map(({ pointer, detail }) => [columnOfPointer(pointer), detail] as const);
  const placed = said.filter((one): one is readonly [ColumnName, string] => one[0] !== undefined);
  if (placed.length > 0) return Object.fromEntries(placed);
  const jumps = item.findings.some((finding) => finding.kind === "outlier");
  return { [jumps ? "comment" : isRate(row) ? "numerator" : "value"]: item.detail ?? "" };
}

// What an act touches, so that the pages show it at once.
export function subjectsOf(items: readonly { subject: string }[]): string[] {
  const indicators = items.map(({ subject }) => `indicator/${indicatorOfSubmission(subject.slice(subject.indexOf("/") + 1))}`);
  return [...new Set([...items.map((item) => item.subject), ...indicators])];
}
