// Commands on an indicator (definition, targets, baseline, breaks) and on a figure of it.

import type { FigureKind, Indicator, IndicatorDefinition, IndicatorSeries, Submission, Target } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import type { IndicatorCommandId } from "../../meaning/command-ids";
import { lineOfTarget } from "../../meaning/targets";
import { checksField, linesOfChecks } from "../check-fields";
import { computedField, computedValue } from "../computed-field";
import { dutyValue, publicationField } from "../publication-field";
import type { CommandSpec, FieldSpec, FormValues, Option } from "../spec";

const words = t.indicators;
const label = (name: string): string => words.fields[name] ?? name;
const options = (labels: Record<string, string>): Option[] => Object.entries(labels).map(([value, text]) => ({ value, label: text }));

const text = (name: string, required = false): FieldSpec => ({ name, kind: "text", label: label(name), required, rows: 2 });
const line = (name: string, hint?: string): FieldSpec => ({ name, kind: "line", label: label(name), ...(hint ? { hint } : {}) });
const select = (name: string, labels: Record<string, string>): FieldSpec => {
  return { name, kind: "select", label: label(name), required: true, options: options(labels) };
};
const agencies = (name: string, hint?: string): FieldSpec => ({ name, kind: "agencies", groups: true, label: label(name), ...(hint ? { hint } : {}) });
const document = (required: boolean): FieldSpec => ({ name: "document", kind: "document", label: label("document"), required });
const validFrom: FieldSpec = { name: "valid_from", kind: "date", label: label("valid_from"), required: true };
const forAgency: FieldSpec = { name: "agency", kind: "agency", label: label("agency"), hint: words.hints.agency };
const year = (name: string): FieldSpec => ({ name, kind: "year", label: label(name), required: true });
const fixed = (name: string, value: unknown): FieldSpec => ({ name, kind: "fixed", label: "", value });

interface Made {
  fields: readonly FieldSpec[];
  initial: FormValues;
}

const definitionFields: readonly FieldSpec[] = [
  validFrom,
  document(true),
  line("unit"),
  select("direction", words.direction),
  select("combine", words.combine),
  text("formula"),
  line("numerator", words.hints.fraction),
  line("denominator", words.hints.fraction),
  select("counting", words.counting),
  computedField,
  text("data_source"),
  select("tier", words.tiers),
  select("frequency", words.frequency),
  agencies("submitters", words.hints.submitters),
  { name: "verifier", kind: "agency", label: label("verifier"), hint: words.hints.verifier },
  agencies("implementing_agencies"),
  agencies("tracking_agencies"),
  publicationField,
];

// The whole new version, beginning from the one in force.
function define(now: IndicatorDefinition | null): Made {
  return {
    fields: definitionFields,
    initial: {
      valid_from: formatDay(todayInVietnam()),
      document: null,
      unit: now?.unit ?? "",
      direction: now?.direction ?? "higher",
      combine: now?.combine ?? "single",
      formula: now?.formula ?? "",
      numerator: now?.numerator ?? "",
      denominator: now?.denominator ?? "",
      counting: now?.counting ?? "unclear",
      computed_from: computedValue(now?.computed_from),
      data_source: now?.data_source ?? "",
      tier: now?.tier ?? "unclear",
      frequency: now?.frequency ?? "year",
      submitters: now?.submitters ?? [],
      verifier: now?.verifier ?? null,
      implementing_agencies: now?.implementing_agencies ?? [],
      tracking_agencies: now?.tracking_agencies ?? [],
      publication: dutyValue(now?.publication),
    },
  };
}

function setTargets(targets: readonly Target[]): Made {
  const lines: FieldSpec = { name: "targets", kind: "targets", known: targets, label: label("targets"), hint: words.hints.targets, required: true };
  return {
    fields: [lines, validFrom, document(true), forAgency, text("reason")],
    initial: { targets: targets.map(lineOfTarget).join("\n"), valid_from: formatDay(todayInVietnam()), document: null, agency: null, reason: "" },
  };
}

const enterBaseline: Made = {
  fields: [year("year"), { name: "value", kind: "number", label: label("value"), required: true }, forAgency, document(false)],
  initial: { year: "", value: "", agency: null, document: null },
};

const markBreak: Made = {
  fields: [year("from"), text("text", true), document(false)],
  initial: { from: "", text: "", document: null },
};

// `now`: its targets of the whole and its checks, in force.
export function indicatorSpec(id: IndicatorCommandId, indicator: Indicator, now: Pick<IndicatorSeries, "targets" | "checks">): CommandSpec {
  const made: Partial<Record<IndicatorCommandId, Made>> = {
    "define-indicator": define(indicator.definition),
    "set-indicator-targets": setTargets(now.targets),
    "enter-indicator-baseline": enterBaseline,
    "mark-indicator-break": markBreak,
    "set-indicator-checks": { fields: [checksField], initial: { checks: linesOfChecks(now.checks) } },
  };
  const subject = `indicator/${indicator.id}`;
  const path = `/indicators/${indicator.id}/${id.replace("indicator-", "").replace("-indicator", "")}`;
  const { fields, initial } = made[id] ?? { fields: [], initial: {} };
  return { id, title: t.commands.names[id], fields, initial, path, subject, subjects: [subject], basedOn: indicator.sequence };
}

// What is typed of a figure: numerator and denominator of a rate, a number, or done or not.
function figureFields(rate: boolean, direction: string): FieldSpec[] {
  const number = (name: string): FieldSpec => ({ name, kind: "number", label: t.submissions.entry.columns[name as "value"], required: true });
  if (rate) return [number("numerator"), number("denominator")];
  if (direction !== "done") return [number("value")];
  const done = [
    { value: "1", label: words.done },
    { value: "0", label: words.notDone },
  ];
  return [{ name: "value", kind: "done", label: label("value"), required: true, options: done }];
}

const typed = (value: number | null | undefined): string => (value === null || value === undefined ? "" : formatNumber(value));

export interface FigureMeasure {
  direction: string;
  combine: string;
}

export function figureSpec(id: IndicatorCommandId, submission: Submission, kind: FigureKind, measure: FigureMeasure): CommandSpec {
  const figure = submission.figures.find((one) => one.kind === kind);
  const restating = id === "restate-submission";
  const rate = measure.combine === "rate" && figure?.numerator != null;
  const fields = restating ? figureFields(rate, measure.direction) : [];
  const subject = `submission/${submission.id}`;
  const value = measure.direction === "done" && !rate ? (figure?.value == null ? "" : String(figure.value > 0 ? 1 : 0)) : typed(figure?.value);
  return {
    id,
    title: t.commands.names[id],
    fields: [fixed("kind", kind), ...fields, text("reason", true), ...(restating ? [document(false)] : [])],
    initial: { value, numerator: typed(figure?.numerator), denominator: typed(figure?.denominator), reason: "", document: null },
    path: `/submissions/${submission.id}/${id === "return-submission-draft" ? "return-draft" : id.replace("-submission", "")}`,
    subject: `${subject}#${kind}`,
    subjects: [subject, `indicator/${submission.indicator}`],
    basedOn: submission.sequence,
  };
}
