// What the standing agency should look at before it gives a task to these units.

import type { Task } from "../../api/types";
import type { Directory } from "../../meaning/directory";

export interface Warnings {
  coordinates: string[]; // units that the row names as coordinators as well
  outside: string[]; // bodies of another kind than all that the leading groups are known to hold
}

// The kinds of body that the leads are known to hold; none where no member is known.
function kindsOfLeads(task: Task, directory: Directory): ReadonlySet<string> {
  const bodies = task.lead_agencies.flatMap((id) => directory.groups.get(id)?.members ?? [id]);
  return new Set(bodies.map((id) => directory.agencies.get(id)?.kind).filter((kind) => kind !== undefined));
}

export function warningsOf(task: Task, units: readonly string[], directory: Directory): Warnings {
  const kinds = kindsOfLeads(task, directory);
  const isOutside = (id: string) => {
    const kind = directory.agencies.get(id)?.kind;
    return kinds.size > 0 && kind !== undefined && !kinds.has(kind) && !directory.includes(task.lead_agencies, id);
  };
  return {
    coordinates: units.filter((id) => directory.includes(task.coordinating_agencies, id)),
    outside: units.filter(isOutside),
  };
}
