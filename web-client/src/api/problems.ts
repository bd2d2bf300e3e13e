// What the server says when it refuses (RFC 9457), and what we say when it could not be reached.

import type { LiveRecord } from "../live/record";

export interface FieldFault {
  pointer: string;
  detail: string;
}

export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  rule?: string;
  errors?: FieldFault[];
  fields?: string[];
  current?: number;
  events_since?: LiveRecord[];
}

export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: ProblemBody, retryAfterSeconds: number | null = null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get stale(): boolean {
    return this.status === 412;
  }
}

// The request may or may not have arrived: only the same idempotency key makes it safe to repeat.
export class Unreachable extends Error {
  constructor() {
    super("unreachable");
    this.name = "Unreachable";
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get("Retry-After"));
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  let body: ProblemBody = {};
  try {
    body = (await response.json()) as ProblemBody;
  } catch {
    // A proxy in between answered with a page of its own: the status alone has to do.
  }
  return new Problem(response.status, body, seconds);
}

// "/set/deadline/text" belongs to the form field "deadline": the first step that the form knows.
export function fieldOfPointer(pointer: string, fields: readonly string[]): string | null {
  for (const step of pointer.split("/")) {
    if (fields.includes(step)) return step;
  }
  return null;
}

// Messages by form field; what belongs to no field stands under "".
export function faultsByField(problem: Problem, fields: readonly string[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const fault of problem.body.errors ?? []) {
    const field = fieldOfPointer(fault.pointer, fields) ?? "";
    result[field] = result[field] ? `${result[field]} ${fault.detail}` : fault.detail;
  }
  return result;
}

// A fault in the body of an act: of its item `index`, or of none.
export interface ItemFault {
  index: number | null;
  rest: string; // of the pointer, within the item: "/set/title"
  detail: string;
}

export function itemFaults(problem: Problem): ItemFault[] {
  const stale = problem.stale ? problem.message : null;
  return (problem.body.errors ?? []).map(({ pointer, detail }) => {
    const [, index, rest = ""] = /^\/items\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
    return {
      index: index === undefined ? null : Number(index),
      rest: index === undefined ? pointer : rest,
      detail: detail || stale || problem.message,
    };
  });
}
