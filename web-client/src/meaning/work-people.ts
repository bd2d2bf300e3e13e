// Which assignments an agency's leaders name people for, and whom they named.

import type { Assignment, PeopleOf, PostHeld, Task } from "../api/types";
import type { Directory } from "./directory";
import { isInCharge, worksOn } from "./relations";

const closed: readonly string[] = ["completed", "cancelled"];

export function isOpen(assignment: Assignment): boolean {
  return !closed.includes(assignment.status);
}

export function peopleBy(assignment: Assignment, agency: string): PeopleOf | null {
  return (assignment.people ?? []).find((one) => one.agency === agency) ?? null;
}

// Whether somebody is its leader in charge or one of its officers, for the agency.
export function isHandledBy(assignment: Assignment, agency: string, account: string): boolean {
  const people = peopleBy(assignment, agency);
  return people !== null && (people.leader === account || people.officers.includes(account));
}

// A deputy names people in its areas only.
export function assignable(
  all: readonly Assignment[],
  tasks: readonly Task[],
  agency: string,
  directory: Directory,
  posts: readonly PostHeld[],
): Assignment[] {
  const areas = new Map(tasks.map((task) => [task.id, task.area]));
  return all.filter(
    (row) => isOpen(row) && row.status !== "suspended" && worksOn(row, agency, directory) && isInCharge(posts, areas.get(row.task) ?? ""),
  );
}
