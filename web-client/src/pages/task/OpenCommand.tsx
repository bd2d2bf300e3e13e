// The form that the address names, if it fits.

import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Assignment, Task } from "../../api/types";
import { CommandDialog } from "../../forms/CommandDialog";
import { assignmentSpec } from "../../forms/specs/assignment";
import { taskSpec } from "../../forms/specs/task";
import type { CommandSpec } from "../../forms/spec";
import { rightOf } from "../../meaning/fitting";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { useUndoOf } from "../../ui/Undo";
import { AssignmentBlock } from "./AssignmentBlock";
import { targetOf } from "./CommandBar";

const route = getRouteApi("/tasks/$id");
const shownBeforeDeciding = ["approve-progress", "return-progress", "accept", "return", "confirm-opening-state", "decide-extension"];

interface Props {
  task: Task;
  assignments: readonly Assignment[];
  own: Assignment | null;
}

export function OpenCommand({ task, assignments, own }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const past = isPast(useViewTime());
  const allowed = useAllowed();
  const command = search.do;
  if (!command || past || !allowed.may(rightOf(command))) return null;
  const target = search.unit
    ? (assignments.find((assignment) => assignment.unit === search.unit) ?? null)
    : targetOf(task, assignments, own);
  const spec = taskSpec(command, task) ?? (target ? assignmentSpec(command, target, task) : null);
  if (!spec) return null;
  const close = () => void navigate({ search: (old) => ({ ...old, do: undefined, unit: undefined, document: undefined }), replace: true });
  const intro = target && shownBeforeDeciding.includes(command) ? <AssignmentBlock assignment={target} task={task} /> : undefined;
  const given = search.document ? { given: { document: { id: search.document, later: null } } } : {};
  return <Steady key={`${spec.subject}#${command}`} spec={{ ...spec, ...given }} intro={intro} onClose={close} />;
}

// The form keeps the spec it was opened with: what arrives meanwhile changes neither its fields nor what it is based on.
function Steady({ spec, intro, onClose }: { spec: CommandSpec; intro: React.ReactNode; onClose: () => void }) {
  const [opened] = useState(spec);
  const undo = useUndoOf(opened.subject);
  return <CommandDialog spec={opened} intro={intro} onClose={onClose} undo={opened.id === "amend" ? undo : undefined} />;
}
