// The figure of statistics for a period, and indicators that no plan prints.

import type { IndexSuggestion, Indicator, OfficialFigure } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { periodName, periodWithin } from "../../meaning/period";
import type { CommandSpec, FieldSpec, Option } from "../spec";

const words = t.officials;
const label = (name: string): string => words.fields[name] ?? name;
const typed = (value: number | null | undefined): string => (value === null || value === undefined ? "" : formatNumber(value));

function periodField(periods: readonly string[]): FieldSpec {
  const [only] = periods;
  if (periods.length === 1) return { name: "period", kind: "fixed", label: "", value: only };
  const options = periods.map((period) => ({ value: period, label: periodName(period) }));
  return { name: "period", kind: "select", label: label("period"), required: true, options };
}

function numbers(rate: boolean): FieldSpec[] {
  const value: FieldSpec = { name: "value", kind: "number", label: label("value"), ...(rate ? { hint: words.hints.fraction } : { required: true }) };
  if (!rate) return [value];
  return [value, { name: "numerator", kind: "number", label: label("numerator") }, { name: "denominator", kind: "number", label: label("denominator") }];
}

interface Said {
  periods: readonly string[];
  agency?: string | null; // of a row that is there; undefined: to be chosen
  stands?: OfficialFigure | null;
  withdrawing?: boolean;
}

export function officialFigureSpec(indicator: Indicator, { periods, agency, stands = null, withdrawing = false }: Said): CommandSpec {
  const subject = `indicator/${indicator.id}`;
  const [only] = periods;
  const of = periods.length === 1 && only ? only : null;
  const rate = indicator.definition?.combine === "rate" || stands?.numerator != null;
  const agencyField: FieldSpec =
    agency === undefined
      ? { name: "agency", kind: "agency", label: label("agency"), hint: words.hints.agency }
      : { name: "agency", kind: "fixed", label: "", value: agency };
  const said: FieldSpec[] = withdrawing ? [{ name: "withdrawn", kind: "fixed", label: "", value: true }] : numbers(rate);
  const reason: FieldSpec = { name: "reason", kind: "text", label: label("reason"), rows: 2, required: stands !== null, ...(stands ? {} : { hint: words.hints.again }) };
  const title = of ? (withdrawing ? words.withdrawOf : words.enterOf)(periodWithin(of)) : t.commands.names["set-official-figure"];
  return {
    id: "set-official-figure",
    title,
    fields: [periodField(periods), agencyField, ...said, { name: "document", kind: "document", label: label("document"), required: true }, reason],
    initial: {
      period: only ?? null,
      agency: agency ?? null,
      value: stands?.numerator != null ? "" : typed(stands?.value),
      numerator: typed(stands?.numerator),
      denominator: typed(stands?.denominator),
      document: null,
      reason: "",
    },
    path: `/indicators/${indicator.id}/set-official-figure`,
    subject: of ? `${subject}#${of}${agency ? `.${agency}` : ""}${withdrawing ? ".withdraw" : ""}` : subject,
    subjects: [subject],
    basedOn: indicator.sequence,
  };
}

// `programmes`: those in which whoever opens it may register; `known`: an index that is proposed.
export function registerIndicatorSpec(programmes: readonly Option[], known?: IndexSuggestion): CommandSpec {
  const own = words.register;
  const name = (id: string): string => own.fields[id] ?? id;
  const directions = Object.entries(t.indicators.direction).map(([value, text]) => ({ value, label: text }));
  const programme = programmes.find((one) => one.value === known?.programme) ?? programmes[0];
  return {
    id: "register-indicator",
    title: t.commands.names["register-indicator"],
    fields: [
      { name: "programme", kind: "select", label: name("programme"), required: true, options: programmes },
      { name: "name", kind: "text", label: name("name"), required: true, rows: 2 },
      { name: "unit", kind: "line", label: name("unit") },
      { name: "direction", kind: "select", label: name("direction"), required: true, options: directions },
      { name: "tracking_agencies", kind: "agencies", groups: true, label: name("tracking_agencies"), required: true },
      { name: "implementing_agencies", kind: "agencies", groups: true, label: name("implementing_agencies") },
      { name: "targets", kind: "targets", known: [], label: name("targets"), hint: t.indicators.hints.targets },
      { name: "document", kind: "document", label: name("document"), required: true, hint: own.documentHint },
      { name: "note", kind: "text", label: name("note"), rows: 2 },
    ],
    initial: {
      programme: programme?.value ?? null,
      name: known?.name ?? "",
      unit: known?.unit ?? "",
      direction: known?.direction ?? "higher",
      tracking_agencies: known?.tracking_agencies ?? [],
      implementing_agencies: [],
      targets: "",
      document: known?.document ? { id: known.document, later: null } : null,
      note: "",
    },
    path: "/indicators",
    subject: known ? `indicators#${known.index}` : "indicators",
    subjects: ["indicator/"],
    basedOn: undefined,
  };
}
