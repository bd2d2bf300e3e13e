import { useState } from "react";
import { useOne } from "../../api/queries";
import type { Assignment } from "../../api/types";
import { CommandDialog } from "../../forms/CommandDialog";
import type { CommandSpec } from "../../forms/spec";
import { assignmentSpec } from "../../forms/specs/assignment";
import { AssignmentBlock } from "../task/AssignmentBlock";
import type { Task } from "../../api/types";

interface Props {
  assignment: Assignment;
  onClose: () => void;
}

export function ReturnDialog({ assignment, onClose }: Props) {
  const task = useOne("tasks", assignment.task).data;
  const spec = task && assignmentSpec("return-progress", assignment, task);
  return task && spec ? <Steady spec={spec} assignment={assignment} task={task} onClose={onClose} /> : null;
}

// The form keeps what it was opened with: what arrives meanwhile does not change which reports are returned.
function Steady({ spec, assignment, task, onClose }: Props & { spec: CommandSpec; task: Task }) {
  const [opened] = useState({ spec, assignment });
  return <CommandDialog spec={opened.spec} intro={<AssignmentBlock assignment={opened.assignment} task={task} />} onClose={onClose} />;
}
