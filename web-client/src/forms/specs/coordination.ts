// Requests for coordination: asking, confirming, objecting, answering, closing.

import type { Coordination, Task } from "../../api/types";
import { t } from "../../i18n";
import type { CoordinationCommandId } from "../../meaning/command-ids";
import { todayInVietnam } from "../../format/date";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";
import { documentField } from "./task";

const words = t.fanout.coordination;
const optionalDocument: FieldSpec = { ...documentField, required: false };

export function askSpec(task: Task): CommandSpec {
  return {
    id: "ask-coordination",
    title: words.ask,
    fields: [
      { name: "task", kind: "fixed", label: "", value: task.id },
      { name: "to", kind: "agencies", groups: false, label: words.to, required: true },
      { name: "what", kind: "text", label: words.what, required: true, rows: 4 },
      { name: "due", kind: "date", label: words.due, required: true },
      optionalDocument,
    ],
    initial: { to: [], what: "", due: "", document: null },
    path: "/coordinations",
    subject: `task/${task.id}`,
    subjects: ["coordination/"],
    basedOn: undefined,
  };
}

interface Parts {
  title: string;
  fields: readonly FieldSpec[];
  initial: FormValues;
}

const reason: FieldSpec = { name: "reason", kind: "text", label: words.reason, required: true };

export const objectionsOf = (request: Coordination) => request.asked.filter((one) => one.answer === "disputed");

const parts: Record<Exclude<CoordinationCommandId, "ask-coordination">, (request: Coordination) => Parts> = {
  "confirm-coordination": () => ({
    title: words.confirm,
    fields: [
      { name: "note", kind: "text", label: words.note },
      { name: "done_on", kind: "date", label: words.doneOn, notAfter: todayInVietnam() },
      optionalDocument,
    ],
    initial: { note: "", done_on: "", document: null },
  }),
  "dispute-coordination": () => ({ title: words.dispute, fields: [reason], initial: { reason: "" } }),
  "answer-coordination": (request) => ({
    title: words.answer,
    fields: [
      { name: "of", kind: "fixed", label: "", value: [...new Set(objectionsOf(request).map((one) => one.sequence))] },
      { name: "text", kind: "text", label: words.text, required: true },
    ],
    initial: { text: "" },
  }),
  "close-coordination": () => ({ title: words.close, fields: [reason], initial: { reason: "" } }),
};

export function coordinationSpec(command: Exclude<CoordinationCommandId, "ask-coordination">, request: Coordination): CommandSpec {
  const subject = `coordination/${request.id}`;
  return {
    id: command,
    ...parts[command](request),
    path: `/coordinations/${request.id}/${command.slice(0, command.indexOf("-"))}`,
    subject,
    subjects: [subject],
    basedOn: command === "close-coordination" ? request.sequence : undefined,
  };
}
