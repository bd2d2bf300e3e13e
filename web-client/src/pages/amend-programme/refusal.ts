// A refused amendment: what is wrong at which row, and which row was overtaken.

import { fieldOfPointer, itemFaults, type Problem } from "../../api/problems";
import type { LiveRecord } from "../../live/record";
import type { RowFaults } from "./model";

export interface Overtaken {
  key: string;
  current: number; // sequence that the row would rest on if it is kept
  fields: readonly string[]; // that were changed
  events: readonly LiveRecord[];
}

export interface Refusal {
  rows: Record<string, RowFaults>; // by key
  document: string | null;
  overtaken: Overtaken | null;
  message: string | null; // what belongs to no place
}

const fieldNames = [
  "title",
  "content",
  "lead_agencies",
  "coordinating_agencies",
  "confirming_agency",
  "deadline",
  "deliverables",
  "parent",
  "reason",
];

// `keys`: of the rows, in the order in which they were sent.
export function refusalOf(problem: Problem, keys: readonly string[]): Refusal {
  const refusal: Refusal = { rows: {}, document: null, overtaken: null, message: null };
  for (const fault of itemFaults(problem)) {
    const key = fault.index === null ? undefined : keys[fault.index];
    if (key !== undefined) {
      const field = fieldOfPointer(fault.rest, fieldNames) ?? "";
      refusal.rows[key] = { ...refusal.rows[key], [field]: fault.detail };
      if (problem.stale) refusal.overtaken = overtakenBy(problem, key);
    } else if (fault.rest.startsWith("/document")) refusal.document = fault.detail;
    else refusal.message = fault.detail;
  }
  const placed = Object.keys(refusal.rows).length > 0 || refusal.document !== null;
  if (!placed && refusal.message === null) refusal.message = problem.message;
  return refusal;
}

function overtakenBy({ body }: Problem, key: string): Overtaken {
  return { key, current: body.current ?? 0, fields: body.fields ?? [], events: body.events_since ?? [] };
}
