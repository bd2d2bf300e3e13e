// Which commands fit now, for somebody who acts for an agency. The server decides; this only spares people buttons that would be refused.

import type { Assignment, Programme, Task } from "../api/types";
import type { TaskCommandId } from "./command-ids";
import type { Allowed } from "../state/allowed";
import type { Directory } from "./directory";
import { answersFor, isInCharge, standsFor, type Relation } from "./relations";

export interface Fitting {
  primary: TaskCommandId | null;
  others: TaskCommandId[];
}

// Nobody has worked or said anything about it in this system.
export function isUntouched(assignment: Assignment): boolean {
  return (
    assignment.statements.length === 0 && assignment.started_on === null && assignment.completed_on === null && assignment.opening === null
  );
}

function headCommands(assignment: Assignment, own: boolean): TaskCommandId[] {
  const result: TaskCommandId[] = [];
  if (own && assignment.status !== "completed") result.push("assign-people");
  if (assignment.draft) result.push("approve-progress", "return-progress");
  if (assignment.opening && !assignment.opening.confirmed) result.push("confirm-opening-state");
  return result;
}

function leadCommands(assignment: Assignment): TaskCommandId[] {
  const result: TaskCommandId[] = [];
  const open = assignment.status === "not-started" || assignment.status === "in-progress";
  if (open && (isUntouched(assignment) || (assignment.opening && !assignment.opening.confirmed))) result.push("enter-opening-state");
  if (assignment.status === "not-started") result.push("start");
  if (open) result.push("report-progress", "submit");
  if (open && assignment.window.due && !assignment.extension_asked) result.push("ask-extension");
  return result;
}

function confirmingCommands(assignment: Assignment): TaskCommandId[] {
  if (assignment.status === "awaiting-acceptance") return ["accept", "return"];
  return assignment.status === "completed" ? ["reopen"] : [];
}

const triggered = ["triggered", "days_after_trigger"];

function hangsOnTrigger(task: Task): boolean {
  return [task.deadline, ...task.deadline.parts].some((deadline) => triggered.includes(deadline.kind));
}

function standingCommands(task: Task, relation: Relation): TaskCommandId[] {
  const result: TaskCommandId[] = [];
  if (hangsOnTrigger(task) && (relation.leads || relation.stands)) result.push("record-trigger");
  if (relation.supervises) result.push("direct", "urge");
  if (!relation.stands) return result;
  result.push("amend", "assign");
  if (task.status === "suspended") result.push("resume");
  else if (task.status !== "cancelled" && task.status !== "completed") result.push("suspend");
  if (task.status === "cancelled") result.push("reinstate");
  else if (task.status !== "completed") result.push("cancel");
  return result;
}

// The command's name in the table of rights.
export const rightOf = (command: TaskCommandId): string => (command === "amend" ? "amend-task" : command);

// Commands on one assignment, for whoever works on it (`own`), signs its reports or confirms it.
export function assignmentCommands(assignment: Assignment, own: boolean, relation: Relation, allowed: Allowed): TaskCommandId[] {
  if (assignment.status === "suspended" || assignment.status === "cancelled") return [];
  const result: TaskCommandId[] = [];
  if (relation.decidesOn(assignment)) result.push(...confirmingCommands(assignment));
  if (relation.supervises && assignment.extension_asked) result.push("decide-extension");
  if (relation.answersFor(assignment)) result.push(...headCommands(assignment, own));
  if (own) result.push(...leadCommands(assignment));
  return result.filter((command) => allowed.may(rightOf(command)));
}

const mostWanted: readonly TaskCommandId[] = [
  "accept",
  "decide-extension",
  "approve-progress",
  "confirm-opening-state",
  "report-progress",
  "start",
  "resume",
  "reinstate",
];

export function fittingCommands(
  task: Task,
  assignment: Assignment | null,
  own: boolean,
  relation: Relation,
  allowed: Allowed,
): Fitting {
  if (task.is_group || task.links_to !== null) return { primary: null, others: [] };
  const onTask = standingCommands(task, relation).filter((command) => allowed.may(rightOf(command)));
  const all = [...(assignment ? assignmentCommands(assignment, own, relation, allowed) : []), ...onTask];
  const opening = all.includes("enter-opening-state") && task.timeliness === "unconfirmed" ? "enter-opening-state" : null;
  const wanted = mostWanted.find((command) => all.includes(command)) ?? null;
  const primary = opening && wanted !== "accept" && wanted !== "decide-extension" ? opening : wanted;
  return { primary, others: all.filter((command) => command !== primary) };
}

// Whether somebody may register rows of the programme and amend it.
export function mayAmend(programme: Programme, agency: string | null, allowed: Allowed, directory: Directory): boolean {
  return allowed.may("amend-programme") && standsFor(programme.id, agency, allowed.posts, directory);
}

// Whether the task may become a row of an amendment of its programme.
export function mayBeAmended(task: Task, relation: Relation, allowed: Allowed): boolean {
  return relation.stands && allowed.may("amend-programme") && task.status !== "cancelled";
}

// Whether reports of this assignment wait for whoever acts for the agency: its head, or the deputy in charge of the task's area.
export function mayApprove(assignment: Assignment, area: string, agency: string, directory: Directory, allowed: Allowed): boolean {
  const stopped = assignment.status === "suspended" || assignment.status === "cancelled";
  if (!allowed.may("approve-progress") || assignment.draft === null || stopped) return false;
  return isInCharge(allowed.posts, area) && answersFor(assignment, agency, directory);
}
