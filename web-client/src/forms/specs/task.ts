// Commands on the task itself: the plan's words, who is charged, suspension.

import type { Task } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import type { TaskCommandId } from "../../meaning/command-ids";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";

const labels = t.commands.fields as Record<string, string>;
export const label = (name: string): string => labels[name] ?? name;

export const documentField: FieldSpec = { name: "document", kind: "document", label: label("document"), required: true };
export const reasonField: FieldSpec = { name: "reason", kind: "text", label: label("reason"), required: true };

interface Parts {
  fields: FieldSpec[];
  initial: FormValues;
  beside?: readonly string[];
}

// What a document may say or change of a row of the plan. Without a task: of a row that is added.
export function planFields(task: Task | null): FieldSpec[] {
  const words: FieldSpec[] = [
    { name: "title", kind: "text", label: label("title"), required: true },
    { name: "content", kind: "text", label: label("content") },
  ];
  if (task?.is_group) return words;
  return [
    ...words,
    { name: "lead_agencies", kind: "agencies", groups: true, label: label("lead_agencies"), required: true },
    { name: "coordinating_agencies", kind: "agencies", groups: true, label: label("coordinating_agencies") },
    { name: "confirming_agency", kind: "agency", label: label("confirming_agency"), required: task !== null },
    { name: "deadline", kind: "deadline", label: label("deadline"), hint: t.commands.hints.deadline, required: task === null },
    { name: "deliverables", kind: "lines", known: task?.deliverables ?? [], label: label("newDeliverables") },
  ];
}

// The same as it stands, as it would be typed.
export function planValues(task: Task | null): FormValues {
  return {
    title: task?.title ?? "",
    content: task?.content ?? "",
    lead_agencies: task?.lead_agencies ?? [],
    coordinating_agencies: task?.coordinating_agencies ?? [],
    confirming_agency: task?.confirming_agency || null,
    deadline: task?.deadline.text ?? "",
    deliverables: (task?.deliverables ?? []).map((deliverable) => deliverable.text).join("\n"),
  };
}

function amend(task: Task): Parts {
  return {
    fields: [...planFields(task), documentField, { ...reasonField, required: false }],
    initial: { ...planValues(task), document: null, reason: "" },
    beside: ["document", "reason"],
  };
}

// Whoever may not amend says what it would change; the standing agency decides.
export function proposeSpec(task: Task): CommandSpec {
  const note: FieldSpec = { name: "note", kind: "text", label: t.records.fields["note"] ?? "", rows: 3 };
  return {
    id: "propose",
    title: t.commands.names.propose,
    fields: [{ name: "task", kind: "fixed", label: "", value: task.id }, ...planFields(task), note, { ...documentField, required: false }],
    initial: { ...planValues(task), note: "", document: null },
    beside: ["task", "note", "document"],
    path: "/proposals",
    subject: `proposals/${task.id}`,
    subjects: [],
    basedOn: undefined,
  };
}

// Who works on it, as it would be chosen.
function assignedNow(task: Task): FormValues {
  const each = task.assignment_mode === "each";
  return {
    mode: task.assignment_mode ?? "joint",
    group: each ? task.group : null,
    units: each && !task.group ? task.units : [],
    agency: task.assignment_mode === "focal" ? (task.units[0] ?? null) : null,
    document: null,
  };
}

function assign(task: Task): Parts {
  const each = (values: FormValues) => values["mode"] === "each";
  const focal = (values: FormValues) => values["mode"] === "focal";
  const modes = [
    { value: "joint", label: `${t.commands.choices.joint}: ${t.commands.hints.joint}` },
    { value: "each", label: `${t.commands.choices.each}: ${t.commands.hints.each}` },
    { value: "focal", label: `${t.commands.choices.focal}: ${t.commands.hints.focal}` },
  ];
  return {
    fields: [
      { name: "mode", kind: "choice", label: label("mode"), required: true, options: modes },
      { name: "group", kind: "group", label: label("group"), when: (values) => each(values) && (values["units"] as string[]).length === 0 },
      { name: "units", kind: "agencies", groups: false, label: label("units"), when: (values) => each(values) && !values["group"] },
      { name: "agency", kind: "agency", label: t.fanout.collective.agency, required: true, when: focal },
      { ...documentField, required: false },
    ],
    initial: assignedNow(task),
  };
}

function decision(): Parts {
  return { fields: [reasonField, documentField], initial: { reason: "", document: null } };
}

function suspend(): Parts {
  const until: FieldSpec = { name: "until", kind: "date", label: label("until") };
  return { fields: [reasonField, until, documentField], initial: { reason: "", until: "", document: null } };
}

function recordTrigger(): Parts {
  const occurred: FieldSpec = {
    name: "occurred_on",
    kind: "date",
    label: label("occurred_on"),
    required: true,
    notAfter: todayInVietnam(),
  };
  return { fields: [occurred, documentField], initial: { occurred_on: "", document: null } };
}

function addressed(task: Task): Parts {
  return {
    fields: [
      { name: "text", kind: "text", label: label("text"), required: true, rows: 4 },
      { name: "to", kind: "agencies", groups: false, label: label("to"), required: true },
      { name: "answer_due", kind: "date", label: label("answer_due") },
      { ...documentField, required: false },
    ],
    initial: { text: "", to: task.lead_agencies, answer_due: "", document: null },
  };
}

const parts: Partial<Record<TaskCommandId, (task: Task) => Parts>> = {
  amend,
  assign,
  suspend,
  resume: decision,
  cancel: decision,
  reinstate: decision,
  "record-trigger": recordTrigger,
  direct: addressed,
  urge: addressed,
};

const needNoBase: readonly TaskCommandId[] = ["record-trigger", "direct", "urge"];

export function taskSpec(command: TaskCommandId, task: Task): CommandSpec | null {
  const made = parts[command]?.(task);
  if (!made) return null;
  const subject = `task/${task.id}`;
  return {
    id: command,
    title: t.commands.names[command],
    ...made,
    path: `/tasks/${task.id}/${command}`,
    subject,
    subjects: [command === "direct" || command === "urge" ? `thread/${subject}` : subject],
    basedOn: needNoBase.includes(command) ? undefined : task.sequence,
  };
}
