// Commands on a yearly plan, on its milestones and on the results of a year.

import type { Assignment, UnitPlan } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import type { PlanCommandId } from "../../meaning/command-ids";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";

const label = (name: string): string => t.plans.fields[name] ?? name;
const day = (name: string): FieldSpec => ({ name, kind: "date", label: label(name), required: true, notAfter: todayInVietnam() });
const text = (name: string, required: boolean): FieldSpec => ({ name, kind: "text", label: label(name), required, rows: 3 });
const document: FieldSpec = { name: "document", kind: "document", label: label("document") };
const fixed = (name: string, value: unknown): FieldSpec => ({ name, kind: "fixed", label: "", value });

interface Made {
  fields: readonly FieldSpec[];
  initial: FormValues;
}

const onPlan: Partial<Record<PlanCommandId, Made>> = {
  "return-unit-plan": { fields: [text("reason", true)], initial: { reason: "" } },
  "note-unit-plan": { fields: [text("remark", false)], initial: { remark: "" } },
  "amend-unit-plan": { fields: [text("reason", true), document], initial: { reason: "", document: null } },
};

export function planSpec(id: PlanCommandId, plan: UnitPlan): CommandSpec {
  const { fields, initial } = onPlan[id] ?? { fields: [], initial: {} };
  const subject = `unit-plan/${plan.id}`;
  const path = `/unit-plans/${plan.id}/${id.replace("-unit-plan", "")}`;
  return { id, title: t.commands.names[id], fields, initial, path, subject, subjects: [subject], basedOn: plan.sequence };
}

function made(id: PlanCommandId, year: number, milestone: string): Made {
  const today = formatDay(todayInVietnam());
  const of = [fixed("year", year), ...(milestone === "" ? [] : [fixed("milestone", milestone)])];
  switch (id) {
    case "meet-milestone":
      return { fields: [...of, day("on"), document], initial: { on: today, document: null } };
    case "submit-year":
      return {
        fields: [...of, text("result", true), day("completed_on"), document],
        initial: { result: "", completed_on: today, document: null },
      };
    case "accept-year":
      return { fields: [...of, text("note", false), document], initial: { note: "", document: null } };
    case "reopen-year":
      return { fields: [...of, text("reason", true), document], initial: { reason: "", document: null } };
    default:
      return { fields: [...of, text("reason", true)], initial: { reason: "" } };
  }
}

export function yearSpec(id: PlanCommandId, assignment: Assignment, year: number, milestone = ""): CommandSpec {
  const { fields, initial } = made(id, year, milestone);
  const subject = `assignment/${assignment.id}`;
  const path = `/assignments/${assignment.id}/${id}`;
  // A draft belongs to one year and milestone.
  const draft = `${subject}#${year}${milestone}`;
  return { id, title: t.commands.names[id], fields, initial, path, subject: draft, subjects: [subject], basedOn: assignment.sequence };
}
