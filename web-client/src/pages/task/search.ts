// A task's address may name a command that stands open and the unit that it is for, so that a reload opens the same form again.

import type { TaskCommandId } from "../../meaning/command-ids";

export interface TaskSearch {
  do?: TaskCommandId | undefined;
  unit?: string | undefined;
  document?: string | undefined; // that the form begins with
}

export function readTaskSearch(search: Record<string, unknown>): TaskSearch {
  const command = search["do"];
  const unit = search["unit"];
  const document = search["document"];
  return {
    do: typeof command === "string" ? (command as TaskCommandId) : undefined,
    unit: typeof unit === "string" ? unit : undefined,
    document: typeof document === "string" ? document : undefined,
  };
}
