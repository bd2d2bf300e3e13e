// The documents that the work on a task rests on, each with what it was brought for.

import type { Assignment, DocumentRef, Task } from "../api/types";
import { dayOfMoment } from "../format/date";

export interface Evidence {
  key: string;
  document: DocumentRef;
  use: "report" | "completion" | "product" | "opening";
  day: string | null; // of the report: "2026-03-31"; of the completion
  product: string | null;
  unit: string; // of the assignment
}

function ofAssignment(assignment: Assignment, task: Task): Omit<Evidence, "key">[] {
  const unit = assignment.unit;
  const of = (use: Evidence["use"], document: DocumentRef | null | undefined, day: string | null, product: string | null = null) =>
    document ? [{ document, use, day, product, unit }] : [];
  return [
    ...of("completion", assignment.submit_document, assignment.completed_on),
    ...assignment.delivered.flatMap((item) => of("product", item.document, null, task.deliverables[item.deliverable - 1]?.text ?? null)),
    ...[...assignment.statements].reverse().flatMap((one) => of("report", one.document, dayOfMoment(one.time))),
    ...of("opening", assignment.opening?.document, null),
  ];
}

// The newest first within an assignment.
export function evidenceOf(assignments: readonly Assignment[], task: Task): Evidence[] {
  return assignments.flatMap((assignment) =>
    ofAssignment(assignment, task).map((item, place) => ({ ...item, key: `${assignment.id} ${place}` })),
  );
}
