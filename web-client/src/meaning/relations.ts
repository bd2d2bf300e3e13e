// What an agency is to a task.

import type { Assignment, PostHeld, Role, Task } from "../api/types";
import type { Directory } from "./directory";

export interface Relation {
  leads: boolean;
  coordinates: boolean;
  confirms: boolean;
  stands: boolean; // is the standing agency of the programme
  supervises: boolean; // stands, or sits on the committee of the programme
  answersFor: (assignment: Assignment) => boolean; // as its head, or a deputy in charge: approves what is reported
  decidesOn: (assignment: Assignment) => boolean; // confirms it, as its head, a deputy in charge or its standing post
}

const never = () => false;
const none: Relation = {
  leads: false,
  coordinates: false,
  confirms: false,
  stands: false,
  supervises: false,
  answersFor: never,
  decidesOn: never,
};

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

const heads: readonly Role[] = ["head", "deputy"];
const confirmers: readonly Role[] = [...heads, "standing-agency"];

// Whether one of the posts decides in the area: a deputy whose post names areas does in these only.
export function isInCharge(posts: readonly PostHeld[], area: string, roles: readonly Role[] = heads): boolean {
  const deciding = posts.filter((post) => roles.includes(post.role));
  const covers = (post: PostHeld) => post.role !== "deputy" || post.areas.length === 0 || post.areas.includes(area);
  return deciding.length === 0 || deciding.some(covers);
}

// Whether one of the posts decides for the whole agency: a deputy whose post names areas does not.
export function hasWholeCharge(posts: readonly PostHeld[]): boolean {
  return posts.some((post) => post.role === "head" || (post.role === "deputy" && post.areas.length === 0));
}

// Whether one of the posts verifies the figures of others.
export function verifiesFigures(posts: readonly PostHeld[]): boolean {
  return hasWholeCharge(posts) || posts.some((post) => post.role === "standing-agency" || post.role === "statistics");
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
    answersFor: (assignment) => isInCharge(posts, task.area) && answersFor(assignment, agency, directory),
    decidesOn: (assignment) => isInCharge(posts, task.area, confirmers) && confirms(assignment, agency),
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
  const unit = task.assignment_mode === "joint" ? "joint" : agency;
  if (unit === "joint" && !directory.includes(task.lead_agencies, agency)) return null;
  return assignments.find((assignment) => assignment.unit === unit) ?? null;
}

// Whether the assignment is the agency's own: its unit, or a lead of a joint one.
export function worksOn(assignment: Assignment, agency: string, directory: Directory): boolean {
  return assignment.unit === "joint" ? directory.includes(assignment.lead_agencies, agency) : assignment.unit === agency;
}

// Whether the agency's head signs what is reported: of its own work, and of outside leads that it sponsors.
export function answersFor(assignment: Assignment, agency: string, directory: Directory): boolean {
  return [agency, ...directory.sponsoredBy(agency)].some((each) => worksOn(assignment, each, directory));
}

// Nobody confirms its own work.
function confirms(assignment: Assignment, agency: string): boolean {
  const own = assignment.unit === "joint" ? assignment.lead_agencies.includes(agency) : assignment.unit === agency;
  return assignment.confirming_agency === agency && !own;
}

// A task of the plan: neither a row that groups others nor one that points elsewhere.
export function isCounted(task: Task): boolean {
  return !task.is_group && task.links_to === null;
}
