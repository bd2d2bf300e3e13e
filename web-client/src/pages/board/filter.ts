// Which tasks a board shows, and how many stand where. Counts are taken before status and timeliness are filtered, so that each strip adds
// up to the total beside it and every part of it can be chosen.

import type { Counts, Task } from "../../api/types";
import type { Directory } from "../../meaning/directory";
import { matches, queryWords } from "../../meaning/fold";
import { isCounted } from "../../meaning/relations";
import { statuses, timelinesses } from "../../meaning/status";
import { taskText } from "../../meaning/task-text";
import { values, type BoardSearch, type MarkName, type Role } from "./search";

export interface BoardContext {
  directory: Directory;
  doubted: ReadonlySet<string>; // ids of tasks with a doubt
}

export function hasMark(task: Task, mark: MarkName, doubted: ReadonlySet<string>): boolean {
  switch (mark) {
    case "obstacle":
      return task.obstacle === true;
    case "returned":
      return task.returned;
    case "extension":
      return task.extension_asked;
    case "draft":
      return task.draft !== null;
    case "doubt":
      return doubted.has(task.id);
    case "comment":
      return task.comment_count > 0;
    case "no-deliverable":
      return task.deliverables.length === 0;
    case "arisen":
      return !task.imported;
  }
}

function inRole(task: Task, agency: string, role: Role | undefined, directory: Directory): boolean {
  const leads = directory.includes(task.lead_agencies, agency) || task.units.includes(agency);
  const coordinates = directory.includes(task.coordinating_agencies, agency);
  const confirms = task.confirming_agency === agency;
  if (role === "lead") return leads;
  if (role === "coordinating") return coordinates;
  return role === "confirming" ? confirms : leads || coordinates || confirms;
}

export function sectionKey(task: Task): string | null {
  return task.source ? [task.source.annex, task.source.section].filter(Boolean).join(".") : null;
}

// Everything but status and timeliness.
function passes(task: Task, search: BoardSearch, words: readonly string[], context: BoardContext): boolean {
  if (search.programme && !values(search.programme).includes(task.programme)) return false;
  if (search.section && sectionKey(task) !== search.section) return false;
  if (search.area && !values(search.area).includes(task.area)) return false;
  if (search.agency && !inRole(task, search.agency, search.role, context.directory)) return false;
  if (!values<MarkName>(search.mark).every((mark) => hasMark(task, mark, context.doubted))) return false;
  return words.length === 0 || matches(taskText(task, context.directory), words);
}

export function emptyCounts(): Counts {
  return {
    status: Object.fromEntries(statuses.map((status) => [status, 0])) as Counts["status"],
    timeliness: Object.fromEntries(timelinesses.map((timeliness) => [timeliness, 0])) as Counts["timeliness"],
    total: 0,
  };
}

// How many tasks these rows are: each set of linked twins once, also those linked by way of rows that are not among them.
export function distinctOf(rows: readonly Task[], all: readonly Task[]): number {
  const known = new Map(all.map((task) => [`task/${task.id}`, task]));
  const seen = new Set<string>();
  let sets = 0;
  for (const row of rows) {
    const start = `task/${row.id}`;
    if (seen.has(start)) continue;
    sets += 1;
    const waiting = [start];
    for (let subject = waiting.pop(); subject !== undefined; subject = waiting.pop()) {
      if (seen.has(subject)) continue;
      seen.add(subject);
      for (const link of known.get(subject)?.links ?? [])
        if (link.kind === "twin" && link.status === "linked") waiting.push(link.row.subject);
    }
  }
  return sets;
}

export function countsOf(tasks: readonly Task[]): Counts {
  const counts = emptyCounts();
  for (const task of tasks) {
    if (task.status === null || task.timeliness === null) continue;
    counts.status[task.status] += 1;
    counts.timeliness[task.timeliness] += 1;
    counts.total += 1;
  }
  return counts;
}

export interface Selection {
  counts: Counts; // by plan rows
  distinct: number; // of the same rows, each set of twins once
  shown: Task[]; // tasks of the plan
}

export function select(tasks: readonly Task[], search: BoardSearch, context: BoardContext): Selection {
  const words = queryWords(search.q ?? "");
  const base = tasks.filter((task) => isCounted(task) && passes(task, search, words, context));
  const byStatus = values<string>(search.status);
  const byTimeliness = values<string>(search.timeliness);
  const shown = base.filter(
    (task) =>
      (byStatus.length === 0 || byStatus.includes(task.status ?? "")) &&
      (byTimeliness.length === 0 || byTimeliness.includes(task.timeliness ?? "")),
  );
  return { counts: countsOf(base), distinct: distinctOf(base, tasks), shown };
}

// The rows with the group rows that stand above them, in printed order.
export function withGroups(shown: readonly Task[], all: readonly Task[]): Task[] {
  const wanted = new Set(shown.map((task) => task.id));
  for (const task of shown) if (task.parent) wanted.add(task.parent);
  return all.filter((task) => wanted.has(task.id));
}
