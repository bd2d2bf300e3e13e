// Defining a ratio, defining its numerator anew, and entering the figures of a year.

import type { BudgetLine, Ratio } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import type { MoneyCommandId } from "../../meaning/command-ids";
import { searchText } from "../../meaning/fold";
import { shortPlace } from "../../meaning/place";
import type { CommandSpec, FieldSpec, FormValues, Option } from "../spec";

const words = t.money.ratios;
const document: FieldSpec = { name: "document", kind: "document", label: t.money.fields["document"] ?? "", required: true };
const optionsOf = (of: Readonly<Record<string, string>>): Option[] => Object.entries(of).map(([value, label]) => ({ value, label }));

function linesField(lines: readonly BudgetLine[]): FieldSpec {
  const options = lines
    .filter((line) => !line.heading)
    .map((line) => ({ value: line.id, label: `${shortPlace(line.source)}. ${line.name}`, text: searchText([shortPlace(line.source), line.name]) }));
  return { name: "lines", kind: "choices", label: words.fields.lines, hint: words.fields.linesHint, options };
}

const definition = (lines: readonly BudgetLine[]): FieldSpec[] => [
  { name: "valid_from", kind: "date", label: words.fields.valid_from, required: true },
  { name: "text", kind: "text", label: words.fields.text, required: true, rows: 3 },
  linesField(lines),
  document,
];

function spec(id: MoneyCommandId, subject: string, path: string, fields: readonly FieldSpec[], initial: FormValues, basedOn?: number): CommandSpec {
  return { id, title: t.commands.names[id], fields, initial, path, subject, subjects: ["ratio/"], basedOn, concerns: () => false };
}

export function defineRatioSpec(programme: string, lines: readonly BudgetLine[]): CommandSpec {
  const fields: FieldSpec[] = [
    { name: "programme", kind: "fixed", label: "", value: programme },
    { name: "name", kind: "line", label: words.fields.name, required: true },
    { name: "minimum_percent", kind: "number", label: words.fields.minimum_percent, required: true },
    ...definition(lines),
  ];
  const initial = { name: "", minimum_percent: "", valid_from: formatDay(todayInVietnam()), text: "", lines: [], document: null };
  return spec("define-ratio", `ratio/${programme}`, "/ratios", fields, initial);
}

export function redefineRatioSpec(ratio: Ratio, lines: readonly BudgetLine[]): CommandSpec {
  const last = ratio.definitions.at(-1);
  const initial = { valid_from: formatDay(todayInVietnam()), text: last?.text ?? "", lines: last?.lines ?? [], document: null };
  return spec("redefine-ratio", `ratio/${ratio.id}`, `/ratios/${ratio.id}/define`, definition(lines), initial, ratio.sequence);
}

export function ratioFiguresSpec(ratio: Ratio, years: readonly string[]): CommandSpec {
  const nothing = { text: "", unit: "million" } as const;
  const fromLines = (ratio.definitions.at(-1)?.lines.length ?? 0) > 0;
  const numerator: FieldSpec = { name: "numerator", kind: "money", unit: "million", label: words.numerator, required: !fromLines };
  const fields: FieldSpec[] = [
    { name: "year", kind: "year", label: words.year, required: true, options: years.map((value) => ({ value, label: value })) },
    { name: "basis", kind: "choice", label: words.basisLabel, required: true, options: optionsOf(words.basis) },
    fromLines ? { ...numerator, hint: words.fields.numeratorHint } : numerator,
    { name: "denominator", kind: "money", unit: "million", label: words.denominator, required: true },
    document,
  ];
  const now = todayInVietnam().slice(0, 4);
  const initial = { year: years.includes(now) ? now : (years[0] ?? ""), basis: "budgeted", numerator: nothing, denominator: nothing, document: null };
  return spec("enter-ratio-figures", `ratio/${ratio.id}`, `/ratios/${ratio.id}/enter-figures`, fields, initial, ratio.sequence);
}
