// The words by which a task is found; made once a version of the task.

import type { Task } from "../api/types";
import type { Directory } from "./directory";
import { searchText } from "./fold";
import { shortPlace } from "./place";

const made = new WeakMap<Task, string>();

export function taskText(task: Task, directory: Directory): string {
  const known = made.get(task);
  if (known !== undefined) return known;
  const agencies = [...task.lead_agencies, ...task.coordinating_agencies].flatMap((id) => [directory.name(id), directory.shortName(id)]);
  const text = searchText([
    task.title,
    task.content,
    task.lead_text,
    task.deadline.text,
    task.deliverables_text,
    shortPlace(task.source),
    task.source?.number,
    directory.programmeName(task.programme),
    ...agencies,
  ]);
  made.set(task, text);
  return text;
}
