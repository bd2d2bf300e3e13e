import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listQuery } from "../api/queries";
import type { Collection, Collections } from "../api/types";
import { taskOfAssignment } from "../live/touches";
import { useDirectory } from "../meaning/directory";
import { useViewTime } from "../state/view-time";

type NameOf = (id: string) => string | undefined;

function useNames<C extends Collection>(collection: C, wanted: boolean, name: (row: Collections[C]) => string): NameOf {
  const time = useViewTime();
  const rows = useQuery({ ...listQuery(collection, time), enabled: wanted }).data?.items;
  const names = useMemo(() => new Map((rows ?? []).map((row) => [row.id, name(row)])), [rows, name]);
  return (id) => names.get(id);
}

const title = (row: { title: string }) => row.title;
const called = (row: { name: string }) => row.name;
const problem = (row: { problem: string }) => row.problem;
const abstractOf = (row: { abstract: string }) => row.abstract;
const position = (row: { position: string }) => row.position;
const text = (row: { text: string }) => row.text;

const thread = "thread/";

// "thread/task/x" is about "task/x".
const aboutOf = (subject: string) => (subject.startsWith(thread) ? subject.slice(thread.length) : subject);

export function kindOf(subject: string): string {
  const about = aboutOf(subject);
  return about.slice(0, about.indexOf("/"));
}

// What subjects of these kinds are called, for links to their pages; the id where there is no better name.
export function useSubjectTitle(kinds: readonly string[]): (subject: string) => string {
  const directory = useDirectory();
  const tasks = useNames("tasks", kinds.includes("task") || kinds.includes("assignment"), title);
  const names: Record<string, NameOf> = {
    task: tasks,
    assignment: (id) => tasks(taskOfAssignment(id)),
    document: useNames("documents", kinds.includes("document"), abstractOf),
    post: useNames("posts", kinds.includes("post"), title),
    member: useNames("members", kinds.includes("member"), position),
    "reporting-duty": useNames("reporting-duties", kinds.includes("reporting-duty"), text),
    indicator: useNames("indicators", kinds.includes("indicator"), called),
    "budget-line": useNames("budget-lines", kinds.includes("budget-line"), called),
    mission: useNames("missions", kinds.includes("mission"), title),
    "big-problem": useNames("big-problems", kinds.includes("big-problem"), problem),
    "register-entry": useNames("register-entries", kinds.includes("register-entry"), called),
    committee: useNames("committees", kinds.includes("committee"), called),
    programme: (id) => directory.programmeName(id),
    agency: (id) => directory.name(id),
    "agency-group": (id) => directory.name(id),
  };
  return (subject) => {
    const about = aboutOf(subject);
    const id = about.slice(about.indexOf("/") + 1);
    return names[kindOf(subject)]?.(id) ?? id;
  };
}
