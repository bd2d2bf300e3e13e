// Commands on one assignment: the work itself.

import type { Assignment, Task } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import type { LiveRecord } from "../../live/record";
import { actingFor } from "../../state/acting-for";
import type { TaskCommandId } from "../../meaning/command-ids";
import { periodName } from "../../meaning/period";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";
import { documentField, label, reasonField } from "./task";

interface Parts {
  fields: FieldSpec[];
  initial: FormValues;
}

const optionalDocument: FieldSpec = { ...documentField, required: false };
const evidence: FieldSpec = { name: "document", kind: "document", evidence: true, label: label("document") };

function periods(today: string): { value: string; label: string }[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const months = [0, 1, 2].map((back) => {
    const at = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
    return { value: at, label: periodName(at) };
  });
  const quarter = `${year}-q${Math.ceil(month / 3)}`;
  return [...months, { value: quarter, label: periodName(quarter) }, { value: String(year), label: periodName(String(year)) }];
}

const standing = ["ongoing", "recurring"];

export const peopleFields: FieldSpec[] = [
  { name: "leader", kind: "person", only: "leaders", label: t.inside.leader },
  { name: "department", kind: "line", label: t.inside.department },
  { name: "officers", kind: "people", label: t.inside.officers, hint: t.inside.assignHint },
];

function reportProgress(assignment: Assignment, task: Task): Parts {
  const counted = task.deliverables.some((deliverable) => deliverable.quantity !== null);
  const periodic = standing.includes(assignment.window.kind);
  const byCount = (values: FormValues) =>
    Object.values((values["quantities"] ?? {}) as Record<string, string>).some((text) => text.trim() !== "");
  const today = todayInVietnam();
  const quantities: FieldSpec[] = counted
    ? [
        {
          name: "quantities",
          kind: "quantities",
          label: label("quantities"),
          deliverables: task.deliverables,
          when: (values) => !values["percent"],
        },
      ]
    : [];
  return {
    fields: [
      {
        name: "percent",
        kind: "percent",
        label: label("percent"),
        ...(periodic ? { hint: t.commands.hints.percent } : {}),
        when: (values) => !byCount(values),
      },
      ...quantities,
      { name: "result", kind: "text", label: label("result"), rows: 4 },
      { name: "obstacle", kind: "obstacle", label: label("obstacle") },
      { name: "proposal", kind: "text", label: label("proposal"), rows: 2 },
      { name: "period", kind: "select", label: label("period"), options: periods(today) },
      evidence,
    ],
    initial: {
      percent: "",
      quantities: Object.fromEntries(assignment.quantities.map((quantity) => [quantity.deliverable, formatNumber(quantity.done)])),
      result: "",
      obstacle: null,
      proposal: "",
      period: periodic ? today.slice(0, 7) : "",
      document: null,
    },
  };
}

function drafts(assignment: Assignment): number[] {
  return assignment.statements.filter((statement) => statement.state === "draft").map((statement) => statement.sequence);
}

function submit(assignment: Assignment, task: Task): Parts {
  const delivered: FieldSpec = { name: "deliverables", kind: "delivered", label: label("deliverables"), deliverables: task.deliverables };
  return {
    fields: [
      {
        name: "completed_on",
        kind: "date",
        label: label("completed_on"),
        hint: t.commands.hints.completed_on,
        required: true,
        notAfter: todayInVietnam(),
      },
      task.deliverables.length > 0 ? delivered : { name: "deliverables", kind: "fixed", label: "", value: [] },
      evidence,
      { name: "note", kind: "text", label: label("note"), rows: 2 },
    ],
    initial: {
      completed_on: assignment.completed_on ? formatDay(assignment.completed_on) : "",
      deliverables: {},
      document: null,
      note: "",
    },
  };
}

function enterOpeningState(assignment: Assignment): Parts {
  const options = Object.entries(t.registers.opening.statusWords).map(([value, text]) => ({ value, label: text }));
  const is = (status: string) => (values: FormValues) => values["status"] === status;
  const old = assignment.opening;
  return {
    fields: [
      { name: "status", kind: "choice", label: label("status"), required: true, options },
      { name: "percent", kind: "percent", label: label("percent"), when: is("in-progress") },
      {
        name: "completed_on",
        kind: "date",
        label: label("completed_on"),
        required: true,
        when: is("completed"),
        notAfter: todayInVietnam(),
      },
      optionalDocument,
      { name: "note", kind: "text", label: label("note"), rows: 2 },
    ],
    initial: {
      status: old?.status ?? "",
      percent: old?.percent != null ? formatNumber(old.percent) : "",
      completed_on: old?.completed_on ? formatDay(old.completed_on) : "",
      document: null,
      note: old?.note ?? "",
    },
  };
}

function askExtension(): Parts {
  return {
    fields: [{ name: "due", kind: "date", label: label("due"), required: true }, reasonField, optionalDocument],
    initial: { due: "", reason: "", document: null },
  };
}

function decideExtension(assignment: Assignment): Parts {
  const granted = (values: FormValues) => values["decision"] === "grant";
  const asked = assignment.extension_asked;
  const options = [
    { value: "grant", label: t.commands.choices.grant },
    { value: "refuse", label: t.commands.choices.refuse },
  ];
  return {
    fields: [
      { name: "asked", kind: "fixed", label: "", value: asked?.sequence },
      { name: "decision", kind: "choice", label: label("decision"), required: true, options },
      { name: "due", kind: "date", label: label("due"), when: granted },
      { ...reasonField, required: false },
      documentField,
    ],
    initial: { decision: "grant", due: asked ? formatDay(asked.due) : "", reason: "", document: null },
  };
}

// Each lead agency names its own people.
function assignPeople(assignment: Assignment): Parts {
  const own = (assignment.people ?? []).find((one) => one.agency === actingFor.get());
  return { fields: peopleFields, initial: { leader: own?.leader ?? null, department: own?.department ?? "", officers: own?.officers ?? [] } };
}

const note: FieldSpec = { name: "note", kind: "text", label: label("note"), rows: 2 };

const parts: Partial<Record<TaskCommandId, (assignment: Assignment, task: Task) => Parts>> = {
  "assign-people": assignPeople,
  start: () => ({
    fields: [{ name: "started_on", kind: "date", label: label("started_on"), notAfter: todayInVietnam() }],
    initial: { started_on: formatDay(todayInVietnam()) },
  }),
  "report-progress": reportProgress,
  "approve-progress": (assignment) => ({
    fields: [{ name: "of", kind: "fixed", label: label("of"), value: drafts(assignment) }],
    initial: {},
  }),
  "return-progress": (assignment) => ({
    fields: [{ name: "of", kind: "fixed", label: label("of"), value: drafts(assignment) }, reasonField],
    initial: { reason: "" },
  }),
  submit,
  accept: () => ({ fields: [note, optionalDocument], initial: { note: "", document: null } }),
  return: () => ({ fields: [reasonField], initial: { reason: "" } }),
  "ask-extension": askExtension,
  "decide-extension": decideExtension,
  reopen: () => ({ fields: [reasonField, documentField], initial: { reason: "", document: null } }),
  "enter-opening-state": enterOpeningState,
  "confirm-opening-state": (assignment) => ({
    fields: [{ name: "of", kind: "fixed", label: "", value: assignment.opening?.sequence }],
    initial: {},
  }),
};

export function assignmentSpec(command: TaskCommandId, assignment: Assignment, task: Task): CommandSpec | null {
  const made = parts[command]?.(assignment, task);
  if (!made) return null;
  const subject = `assignment/${assignment.id}`;
  return {
    id: command,
    title: t.commands.names[command],
    ...made,
    path: `/assignments/${assignment.id}/${command}`,
    subject,
    subjects: [subject],
    basedOn: assignment.sequence,
    ...(command === "assign-people" ? { concerns: ofOwnAgency } : {}),
  };
}

function ofOwnAgency(record: LiveRecord): boolean {
  return record.agency === actingFor.get();
}
