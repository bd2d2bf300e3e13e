// What a report that waits for approval changes against what was approved last, and what a head should look at first.

import type { Assignment, Obstacle, Statement } from "../../api/types";

export type Warning = "down" | "obstacle" | "overdue" | "full";

export interface CountChange {
  name: string;
  unit: string;
  wanted: number; // of the plan
  old: number | null;
  now: number;
}

export interface Waiting {
  key: string; // another report of the same assignment has another one
  assignment: Assignment;
  of: number[]; // the drafts, oldest first
  latest: Statement;
  percent: { old: number | null; now: number } | null; // null: the report does not speak of it
  counts: CountChange[];
  approved: Statement | null; // the last one
  warnings: Warning[];
}

function countsOf(assignment: Assignment, latest: Statement): CountChange[] {
  return latest.quantities.map(({ deliverable, done }) => {
    const plan = assignment.deliverables[deliverable - 1];
    const old = assignment.quantities.find((quantity) => quantity.deliverable === deliverable);
    return {
      name: plan?.text ?? `#${deliverable}`,
      unit: plan?.unit ?? "",
      wanted: plan?.quantity ?? 0,
      old: old?.done ?? null,
      now: done,
    };
  });
}

function sameObstacle(left: Obstacle | null, right: Obstacle | null): boolean {
  return left?.text === right?.text && left?.kind === right?.kind;
}

function warningsOf(waiting: Omit<Waiting, "warnings">): Warning[] {
  const { assignment, latest, approved, percent, counts } = waiting;
  const wentDown = (change: { old: number | null; now: number }) => change.old !== null && change.now < change.old;
  const found: [Warning, boolean][] = [
    ["down", (percent !== null && wentDown(percent)) || counts.some(wentDown)],
    ["obstacle", latest.obstacle !== null && !sameObstacle(latest.obstacle, approved?.obstacle ?? null)],
    ["overdue", assignment.timeliness === "overdue"],
    ["full", percent?.now === 100 && assignment.completed_on === null],
  ];
  return found.filter(([, is]) => is).map(([warning]) => warning);
}

export function waitingOf(assignment: Assignment): Waiting | null {
  const drafts = assignment.statements.filter((statement) => statement.state === "draft");
  const latest = drafts.at(-1);
  if (!latest) return null;
  const waiting = {
    key: `${assignment.id}@${latest.sequence}`,
    assignment,
    of: drafts.map((draft) => draft.sequence),
    latest,
    percent: latest.percent === null ? null : { old: assignment.progress_percent, now: latest.percent },
    counts: countsOf(assignment, latest),
    approved: assignment.statements.filter((statement) => statement.state === "approved").at(-1) ?? null,
  };
  return { ...waiting, warnings: warningsOf(waiting) };
}

// What needs a look first, then the oldest.
export function inOrder(all: readonly Waiting[]): Waiting[] {
  const weight = (waiting: Waiting) => (waiting.warnings.length > 0 ? 0 : 1);
  return [...all].sort((left, right) => weight(left) - weight(right) || left.latest.sequence - right.latest.sequence);
}

export interface ApprovalItem {
  subject: string;
  based_on: number;
  of: number[];
}

export function itemOf(waiting: Waiting): ApprovalItem {
  return { subject: `assignment/${waiting.assignment.id}`, based_on: waiting.assignment.sequence, of: waiting.of };
}
