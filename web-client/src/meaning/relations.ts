// What an agency is to a task.

import type { Assignment, PostHeld, Task } from "../api/types";
import type { Directory } from "./directory";

export interface Relation {
  leads: boolean;
  coordinates: boolean;
  confirms: boolean;
  stands: boolean; // is the standing agency of the programme
  supervises: boolean; // stands, or sits on the committee of the programme
}

const none: Relation = { leads: false, coordinates: false, confirms: false, stands: false, supervises: false };

// A post on a committee supervises the programmes of that committee, whatever its agency; a standing agency's post may be bound to one.
function sitsOn(posts: readonly PostHeld[], committee: string | null): boolean {
  return committee !== null && posts.some((post) => post.role.startsWith("committee-") && post.committee === committee);
}

export function standsFor(programme: string, agency: string | null, posts: readonly PostHeld[], directory: Directory): boolean {
  if (directory.standingAgency(programme) !== agency) return false;
  const standing = posts.filter((post) => post.role === "standing-agency");
  const committee = directory.committeeOf(programme);
  return standing.length === 0 || standing.some((post) => post.committee === null || post.committee === committee);
}

export function relationTo(task: Task, agency: string | null, directory: Directory, posts: readonly PostHeld[] = []): Relation {
  if (!agency) return none;
  const stands = standsFor(task.programme, agency, posts, directory);
  return {
    leads: directory.includes(task.lead_agencies, agency) || task.units.includes(agency),
    coordinates: directory.includes(task.coordinating_agencies, agency),
    confirms: task.confirming_agency === agency,
    stands,
    supervises: stands || sitsOn(posts, directory.committeeOf(task.programme)),
  };
}

// The part of the task that the agency works on.
export function ownAssignment(
  task: Task,
  assignments: readonly Assignment[],
  agency: string | null,
  directory: Directory,
): Assignment | null {
  if (!agency) return null;
  const unit = task.assignment_mode === "each" ? agency : "joint";
  if (unit === "joint" && !directory.includes(task.lead_agencies, agency)) return null;
  return assignments.find((assignment) => assignment.unit === unit) ?? null;
}

// Whether the assignment is the agency's own: its unit, or a lead of a joint one.
export function worksOn(assignment: Assignment, agency: string, directory: Directory): boolean {
  return assignment.unit === "joint" ? directory.includes(assignment.lead_agencies, agency) : assignment.unit === agency;
}

// A task of the plan: neither a row that groups others nor one that points elsewhere.
export function isCounted(task: Task): boolean {
  return !task.is_group && task.links_to === null;
}
