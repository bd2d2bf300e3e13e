// That the result of a period was published, and that this was recorded by mistake.

import type { Indicator, PublicationRecord } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { periodName, periodWithin } from "../../meaning/period";
import type { CommandSpec, DocumentValue, FieldSpec, FormValues } from "../spec";

const words = t.publications;
const label = (name: string): string => words.fields[name] ?? name;

export type PublicationVerb = "record-publication" | "take-back-publication";

// Of one period, or of one among those that are over.
function periodField(periods: readonly string[]): FieldSpec {
  const [only] = periods;
  if (periods.length === 1) return { name: "period", kind: "fixed", label: "", value: only };
  const options = periods.map((period) => ({ value: period, label: periodName(period) }));
  return { name: "period", kind: "select", label: label("period"), required: true, options };
}

function documentValue(document: PublicationRecord["document"] | undefined): DocumentValue | null {
  if (document === undefined) return null;
  return typeof document === "string" ? { id: document, later: null } : { id: null, later: formatDay(document.later) };
}

// Beginning from what stands recorded of the period.
function initialOf(periods: readonly string[], stands: PublicationRecord | undefined): FormValues {
  return {
    period: periods[0] ?? null,
    document: documentValue(stands?.document),
    published_on: stands ? formatDay(stands.published_on) : "",
    address: stands?.address ?? "",
    value: stands?.value == null ? "" : formatNumber(stands.value),
    reason: "",
  };
}

function recordFields(periods: readonly string[], again: boolean): FieldSpec[] {
  return [
    periodField(periods),
    { name: "document", kind: "document", label: label("document"), required: true },
    { name: "published_on", kind: "date", label: label("published_on"), required: true, notAfter: todayInVietnam() },
    { name: "address", kind: "line", label: label("address"), hint: words.hints.address },
    { name: "value", kind: "number", label: label("value") },
    { name: "reason", kind: "text", label: label("reason"), rows: 2, required: again, ...(again ? { hint: words.hints.again } : {}) },
  ];
}

export function publicationSpec(id: PublicationVerb, indicator: Indicator, periods: readonly string[], stands?: PublicationRecord): CommandSpec {
  const reason: FieldSpec = { name: "reason", kind: "text", label: label("reason"), rows: 2, required: true };
  const subject = `indicator/${indicator.id}`;
  return {
    id,
    title: periods.length === 1 && periods[0] ? (id === "record-publication" ? words.recordOf : words.takeBackOf)(periodWithin(periods[0])) : t.commands.names[id],
    fields: id === "record-publication" ? recordFields(periods, stands !== undefined) : [periodField(periods), reason],
    initial: initialOf(periods, stands),
    path: `/indicators/${indicator.id}/${id}`,
    subject: periods.length === 1 ? `${subject}#${periods[0] ?? ""}` : subject,
    subjects: [subject],
    basedOn: indicator.sequence,
  };
}
