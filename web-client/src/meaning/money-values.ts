// Values of money in words: amounts with their unit, years as they are written, rows of sources and needs.

import type { SourceAmount, YearAmount } from "../api/types";
import { formatMillions } from "../format/number";
import { t } from "../i18n";

const amounts = ["amount", "allocation", "disbursed", "outside_money", "numerator", "denominator", "before", "after"];
const years = ["year", "budget_year", "carried_from"];
const rows = ["sources", "need_in_force", "revised_need", "years"];
const kinds: readonly Readonly<Record<string, string>>[] = [t.money.componentKind, t.money.paymentKind, t.money.outsideKind];

function rowInWords(row: YearAmount & Partial<SourceAmount>): string {
  const where = row.funding_source ? `${row.year}, ${t.fundingSource[row.funding_source] ?? row.funding_source}` : String(row.year);
  return `${where}: ${t.common.overMillion(formatMillions(row.amount))}`;
}

const isRow = (value: unknown): value is YearAmount => typeof (value as YearAmount | null)?.amount === "number";

// Null: it is no money. A field may bear the id of what it belongs to: "allocation 01k4...".
export function moneyInWords(field: string, value: unknown): string | null {
  const [name = ""] = field.split(" ");
  if (typeof value === "number" && amounts.includes(name)) return t.common.overMillion(formatMillions(value));
  if (typeof value === "number" && years.includes(name)) return String(value);
  if (typeof value === "string" && name === "kind") return kinds.map((words) => words[value]).find((word) => word !== undefined) ?? null;
  if (Array.isArray(value) && value.length > 0 && rows.includes(name) && value.every(isRow)) return value.map(rowInWords).join("; ");
  return null;
}
