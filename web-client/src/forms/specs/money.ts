// Commands on a budget line: components, allocations, contracts, payments, money outside the budget.

import type { BudgetAllocation, BudgetComponent, BudgetContract, BudgetLine, LedgerEntry, OutsideMoney } from "../../api/types";
import { formatDay, parseDay, todayInVietnam } from "../../format/date";
import { moneyValue, readMoney, type MoneyUnit, type MoneyValue } from "../../format/money";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import type { MoneyCommandId } from "../../meaning/command-ids";
import { cellOf, fundingSources, inBudgetYear, needLeft } from "../../meaning/money";
import type { CommandSpec, FieldSpec, FormValues, Option } from "../spec";

const words = t.money;
const label = (name: string): string => words.fields[name] ?? name;
const fixed = (name: string, value: unknown): FieldSpec => ({ name, kind: "fixed", label: "", value });
const line = (name: string, required = true): FieldSpec => ({ name, kind: "line", label: label(name), required });
const text = (name: string, required: boolean): FieldSpec => ({ name, kind: "text", label: label(name), required, rows: 2 });
const document = (required: boolean): FieldSpec => ({ name: "document", kind: "document", label: label("document"), required });
const pastDay = (name: string): FieldSpec => ({ name, kind: "date", label: label(name), required: true, notAfter: todayInVietnam() });
const optionsOf = (of: Readonly<Record<string, string>>): Option[] => Object.entries(of).map(([value, name]) => ({ value, label: name }));
const sources: Option[] = fundingSources.map((value) => ({ value, label: t.fundingSource[value] ?? value }));
const nothing = (unit: MoneyUnit): MoneyValue => ({ text: "", unit });

interface Made {
  fields: readonly FieldSpec[];
  initial: FormValues;
  beside?: readonly string[];
}

// A draft belongs to what the command is about, not to the line alone. What others enter meanwhile is no conflict with a new entry.
export function moneySpec(id: MoneyCommandId, of: BudgetLine, about: string, made: Made): CommandSpec {
  const subject = `budget-line/${of.id}`;
  const shared = { id, title: t.commands.names[id], path: `/budget-lines/${of.id}/${id}`, basedOn: of.sequence };
  const entry = made.beside ? {} : { concerns: () => false };
  return { ...shared, ...entry, ...made, subject: about === "" ? subject : `${subject}#${about}`, subjects: [subject] };
}

const typedAmount = (values: FormValues): number => {
  const read = readMoney((values["amount"] as MoneyValue | undefined) ?? nothing("dong"));
  return read && "amount" in read ? read.amount : 0;
};

export function yearsOf(of: BudgetLine): Option[] {
  const printed = Object.keys(of.printed_need?.years ?? {}).map(Number);
  const known = [...printed, ...of.by_year.map((one) => one.year), ...of.components.flatMap((one) => one.cells.map((cell) => cell.year))];
  const all = known.length > 0 ? known : [Number(todayInVietnam().slice(0, 4))];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ value: String(first + at), label: String(first + at) }));
}

function yearNow(options: readonly Option[]): string {
  const now = todayInVietnam().slice(0, 4);
  return options.some((option) => option.value === now) ? now : (options[0]?.value ?? "");
}

const componentFields: readonly FieldSpec[] = [
  text("name", true),
  { name: "kind", kind: "select", label: label("kind"), required: true, options: optionsOf(words.componentKind) },
  { name: "investor_agency", kind: "agency", label: label("investor_agency") },
  { name: "investor_text", kind: "line", label: label("investor_text"), hint: words.hints.oneReceiver },
  line("code", false),
  {
    name: "medium_term_code",
    kind: "line",
    label: label("medium_term_code"),
    hint: words.hints.mediumTermCode,
    when: (values: FormValues) => values["kind"] === "public-investment" || (values["medium_term_code"] ?? "") !== "",
  },
];

export function registerComponentSpec(of: BudgetLine, agency: string | null): CommandSpec {
  const initial = { name: "", kind: "", investor_agency: agency, investor_text: "", code: "", medium_term_code: "" };
  return moneySpec("register-component", of, "", { fields: componentFields, initial });
}

export function amendComponentSpec(of: BudgetLine, component: BudgetComponent): CommandSpec {
  const { name, kind, investor_agency, investor_text, code, medium_term_code } = component;
  return moneySpec("amend-component", of, component.id, {
    fields: [fixed("component", component.id), ...componentFields, text("reason", false)],
    initial: { name, kind, investor_agency, investor_text: investor_text ?? "", code: code ?? "", medium_term_code: medium_term_code ?? "", reason: "" },
    beside: ["component", "reason"],
  });
}

export function endComponentSpec(of: BudgetLine, component: BudgetComponent): CommandSpec {
  const fields = [fixed("component", component.id), text("reason", true), document(false)];
  return moneySpec("end-component", of, component.id, { fields, initial: { reason: "", document: null } });
}

// What the year still needs, or by how much the typed amount goes beyond it.
function needHint(of: BudgetLine, values: FormValues): string | undefined {
  const year = String(values["budget_year"] ?? "");
  if (year === "" || values["carried_from"]) return undefined;
  const left = needLeft(of, Number(year));
  const over = typedAmount(values) - left;
  return over > 0 ? words.hints.aboveNeed(year, formatMillions(over)) : words.hints.needLeft(year, formatMillions(left));
}

const beyondNeed = (of: BudgetLine) => (values: FormValues) =>
  !values["carried_from"] && typedAmount(values) > needLeft(of, Number(values["budget_year"] ?? 0));

// Tasks that the line, or just this component, pays for and that have no product that could be counted.
function withoutProduct(of: BudgetLine, component: BudgetComponent): string[] {
  const pays = of.links.filter(({ kind, status, component: named }) => kind === "funds" && status === "linked" && (named === null || named === component.id));
  const vague = pays.filter(({ row }) => row.subject.startsWith("task/") && !row.deliverables.some((one) => one.quantity !== null || one.kind !== "other"));
  return vague.map(({ row }) => row.title);
}

export function allocateSpec(of: BudgetLine, component: BudgetComponent): CommandSpec {
  const years = yearsOf(of);
  const vague = withoutProduct(of, component);
  const earlier = years.map(({ value }) => String(Number(value) - 1)).map((value) => ({ value, label: value }));
  const fields: FieldSpec[] = [
    fixed("component", component.id),
    { name: "budget_year", kind: "year", label: label("budget_year"), required: true, options: years },
    { name: "funding_source", kind: "select", label: label("funding_source"), required: true, options: sources },
    { name: "carried_from", kind: "year", label: label("carried_from"), options: earlier, hint: words.hints.notCarried },
    { name: "amount", kind: "money", unit: "million", label: label("amount"), required: true, hint: (values) => needHint(of, values) },
    document(true),
    { name: "receiver", kind: "agency", label: label("receiver") },
    { name: "receiver_text", kind: "line", label: label("receiver_text"), hint: words.hints.oneReceiver },
    { ...text("above_need_reason", true), when: beyondNeed(of) } as FieldSpec,
    ...(vague.length > 0 ? [{ ...text("no_product_reason", true), hint: words.hints.noProduct(vague.join("; ")) } as FieldSpec] : []),
  ];
  const initial = {
    budget_year: yearNow(years),
    funding_source: "",
    carried_from: "",
    amount: nothing("million"),
    document: null,
    receiver: component.investor_agency,
    receiver_text: component.investor_agency ? "" : (component.investor_text ?? ""),
    above_need_reason: "",
    no_product_reason: "",
  };
  return moneySpec("allocate", of, component.id, { fields, initial });
}

export function reduceSpec(of: BudgetLine, allocation: BudgetAllocation): CommandSpec {
  const amount: FieldSpec = { name: "amount", kind: "money", unit: "million", label: label("reduce"), required: true };
  const fields = [fixed("allocation", allocation.id), amount, document(true), text("reason", true)];
  return moneySpec("reduce-allocation", of, allocation.id, { fields, initial: { amount: nothing("million"), document: null, reason: "" } });
}

const contractFields: readonly FieldSpec[] = [
  line("number"),
  pastDay("signed_on"),
  line("contractor"),
  { name: "amount", kind: "money", unit: "million", label: words.line.contract.amount, required: true },
  document(false),
];

export function registerContractSpec(of: BudgetLine, component: BudgetComponent): CommandSpec {
  const fields = [fixed("component", component.id), ...contractFields];
  const initial = { number: "", signed_on: "", contractor: "", amount: nothing("million"), document: null };
  return moneySpec("register-contract", of, component.id, { fields, initial });
}

export function amendContractSpec(of: BudgetLine, contract: BudgetContract): CommandSpec {
  const { number, contractor } = contract;
  const document = typeof contract.document === "string" ? { id: contract.document, later: null } : null;
  return moneySpec("amend-contract", of, contract.id, {
    fields: [fixed("contract", contract.id), ...contractFields, text("reason", true)],
    initial: { number, contractor, signed_on: formatDay(contract.signed_on), amount: moneyValue(contract.amount, "million"), document, reason: "" },
    beside: ["contract", "reason"],
  });
}

// What of the chosen year and source can still be paid, recovered or paid back.
function paymentHint(component: BudgetComponent, values: FormValues): string | undefined {
  const cell = cellOf(component, Number(values["budget_year"] ?? 0), String(values["funding_source"] ?? ""));
  if (!cell) return values["funding_source"] ? words.hints.nothing : undefined;
  if (values["kind"] === "advance-recovery") return words.hints.advances(formatMillions(cell.advances_outstanding));
  if (values["kind"] === "repayment") return words.hints.repayable(formatMillions(cell.disbursed));
  return words.hints.left(formatMillions(cell.remaining));
}

function isLate(values: FormValues): boolean {
  const day = parseDay(String(values["paid_on"] ?? ""));
  return day !== null && !inBudgetYear(day, Number(values["budget_year"] ?? 0));
}

export function disburseSpec(of: BudgetLine, component: BudgetComponent): CommandSpec {
  const last = component.cells.at(-1);
  const years = [...new Set(component.cells.map((cell) => String(cell.year)))].map((value) => ({ value, label: value }));
  const held = sources.filter(({ value }) => component.cells.some((cell) => cell.funding_source === value));
  const contracts = of.contracts.filter((one) => one.component === component.id).map((one) => ({ value: one.id, label: `${one.number}, ${one.contractor}` }));
  const fields: FieldSpec[] = [
    fixed("component", component.id),
    { name: "kind", kind: "choice", label: label("kind"), required: true, options: optionsOf(words.paymentKind) },
    { name: "budget_year", kind: "year", label: label("budget_year"), required: true, options: years.length > 0 ? years : yearsOf(of) },
    { name: "funding_source", kind: "select", label: label("funding_source"), required: true, options: held.length > 0 ? held : sources },
    { name: "amount", kind: "money", unit: "dong", label: label("amount"), required: true, hint: (values) => paymentHint(component, values) },
    pastDay("paid_on"),
    { name: "reason", kind: "text", label: label("late"), hint: words.hints.late, required: true, rows: 2, when: isLate },
    line("voucher", false),
    ...(contracts.length > 0 ? [{ name: "contract", kind: "select", label: label("contract"), options: contracts, hint: words.hints.noContract } as FieldSpec] : []),
  ];
  const initial = {
    kind: "payment",
    budget_year: last ? String(last.year) : yearNow(yearsOf(of)),
    funding_source: last?.funding_source ?? "",
    amount: nothing("dong"),
    paid_on: "",
    reason: "",
    voucher: "",
    contract: "",
  };
  return moneySpec("disburse", of, component.id, { fields, initial });
}

export function reverseSpec(of: BudgetLine, entry: LedgerEntry): CommandSpec {
  const fields = [fixed("payment", entry.id), text("reason", true)];
  return moneySpec("reverse-disbursement", of, entry.id, { fields, initial: { reason: "" } });
}

export function outsideSpec(of: BudgetLine, component: BudgetComponent): CommandSpec {
  const years = yearsOf(of);
  const fields: FieldSpec[] = [
    fixed("component", component.id),
    { name: "kind", kind: "choice", label: label("kind"), required: true, options: optionsOf(words.outsideKind) },
    { name: "year", kind: "year", label: label("year"), required: true, options: years },
    { name: "amount", kind: "money", unit: "million", label: label("amount"), required: true },
    pastDay("on_day"),
    document(false),
    text("note", false),
  ];
  const initial = { kind: "mobilised", year: yearNow(years), amount: nothing("million"), on_day: "", document: null, note: "" };
  return moneySpec("enter-outside-money", of, component.id, { fields, initial });
}

export function confirmOutsideSpec(of: BudgetLine, entries: readonly OutsideMoney[]): CommandSpec {
  const ids = entries.map((entry) => entry.id);
  return moneySpec("confirm-outside-money", of, ids.join("."), { fields: [fixed("entries", ids), document(false)], initial: { document: null } });
}

export function reverseOutsideSpec(of: BudgetLine, entry: OutsideMoney): CommandSpec {
  const fields = [fixed("entry", entry.id), text("reason", true)];
  return moneySpec("reverse-outside-money", of, entry.id, { fields, initial: { reason: "" } });
}
