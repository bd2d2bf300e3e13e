// Steps of a mission that were entered wrongly: what of each may be corrected, and taking them back.

import type { Mission, MissionStep } from "../../api/types";
import { t } from "../../i18n";
import { typedValue } from "../convert";
import { amountField, organisationField, yesNoField } from "../record-fields";
import type { CommandSpec, FieldSpec } from "../spec";
import { changing, choice, document, label, line, past, text } from "./records";

const words = t.records;

const stepFields: Record<MissionStep, () => readonly FieldSpec[]> = {
  selection: () => [choice("way", words.ways), organisationField("host", { required: true }), past("on"), document()],
  contract: () => [line("number", true), amountField("amount", { required: true }), past("on"), document()],
  disbursement: () => [amountField("amount", { required: true, hint: words.amountHint }), { ...past("on"), label: label("paid_on") }, document(false)],
  council: () => [
    { ...choice("kind", words.councils), label: label("council") },
    { ...past("on"), label: label("held_on") },
    choice("result", words.councilResults),
    { ...document(), label: label("minutes") },
  ],
  acceptance: () => [past("on"), line("grade"), document()],
  transfer: () => [organisationField("receiver", { required: true }), past("on"), document()],
  "follow-up": () => [yesNoField("applied"), past("on"), document(false)],
  stop: () => [past("on"), document()],
};

// What the step says now, by the names of a correction.
function readingOf(mission: Mission, step: MissionStep, of: number | null): Record<string, unknown> {
  const payment = mission.disbursements.find((one) => one.sequence === of);
  const council = mission.councils.find((one) => one.sequence === of);
  const readings: Record<MissionStep, object | null | undefined> = {
    selection: mission.selection,
    contract: mission.contract,
    disbursement: payment && { ...payment, on: payment.paid_on },
    council: council && { ...council, on: council.held_on },
    acceptance: mission.acceptance,
    transfer: mission.transfer,
    "follow-up": mission.follow_up,
    stop: mission.stop,
  };
  return { ...readings[step] };
}

export function stepCorrectionSpec(id: "correct-mission-step" | "take-back-mission-step", mission: Mission, step: MissionStep, of: number | null): CommandSpec {
  const subject = `mission/${mission.id}`;
  const which: FieldSpec[] = [
    { name: "step", kind: "fixed", label: "", value: step },
    ...(of === null ? [] : [{ name: "of", kind: "fixed", label: "", value: of } as const]),
  ];
  const reason = text("reason", true);
  const draft = `${subject}#${step}${of ?? ""}`;
  if (id === "take-back-mission-step") {
    const made = { fields: [...which, reason], initial: { reason: "" } };
    return { ...changing(id, subject, `/missions/${mission.id}/take-back-step`, mission.sequence, made), subject: draft };
  }
  const fields = stepFields[step]();
  const reading = readingOf(mission, step, of);
  const initial = Object.fromEntries(fields.map((field) => [field.name, typedValue(field, reading[field.name])]));
  const made = { fields: [...which, ...fields, reason], initial: { ...initial, reason: "" } };
  return { ...changing(id, subject, `/missions/${mission.id}/correct-step`, mission.sequence, made, ["step", "of", "reason"]), subject: draft };
}
