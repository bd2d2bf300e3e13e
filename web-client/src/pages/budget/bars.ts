// The bars by year: the need by source with what no source is assigned to, beside what is allocated and disbursed.

import type { BudgetLine } from "../../api/types";
import { t } from "../../i18n";
import type { Bars } from "./AmountBars";

export interface BarFilter {
  year?: string | undefined;
  source?: string | undefined;
}

export interface YearMoney {
  year: string;
  bySource: Map<string, number>; // of the need; "undetermined": no source is assigned
  need: number;
  allocated: number;
  disbursed: number;
}

const undetermined = "undetermined";

function addTo(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function blank(year: string): YearMoney {
  return { year, bySource: new Map(), need: 0, allocated: 0, disbursed: 0 };
}

function addLine(years: Map<string, YearMoney>, line: BudgetLine, filter: BarFilter): void {
  const at = (year: number | string): YearMoney | null => {
    const key = String(year);
    if (filter.year && filter.year !== key) return null;
    const found = years.get(key) ?? blank(key);
    years.set(key, found);
    return found;
  };
  const wanted = (source: string) => !filter.source || filter.source === source;
  const rest = new Map(Object.entries(line.need?.years ?? {}).map(([year, amount]) => [year, amount ?? 0]));
  for (const { year, funding_source, amount } of line.sources) {
    rest.set(String(year), (rest.get(String(year)) ?? 0) - amount);
    const sums = wanted(funding_source) ? at(year) : null;
    if (sums) addTo(sums.bySource, funding_source, amount);
  }
  for (const [year, amount] of wanted(undetermined) ? rest : []) {
    const sums = at(year);
    if (sums && amount !== 0) addTo(sums.bySource, undetermined, amount);
  }
  for (const cell of line.components.flatMap((component) => component.cells)) {
    const sums = wanted(cell.funding_source) ? at(cell.year) : null;
    if (!sums) continue;
    sums.allocated += cell.allocated;
    sums.disbursed += cell.disbursed;
  }
}

export function yearsMoney(lines: readonly BudgetLine[], filter: BarFilter): YearMoney[] {
  const years = new Map<string, YearMoney>();
  for (const line of lines) if (!line.heading) addLine(years, line, filter);
  for (const one of years.values()) one.need = [...one.bySource.values()].reduce((sum, amount) => sum + amount, 0);
  return [...years.values()].sort((left, right) => left.year.localeCompare(right.year));
}

const looks: readonly (readonly [string, Bars["tone"], Bars["pattern"]])[] = [
  ["central-budget", "violet", "slanted"],
  ["provincial-budget", "accent", "plain"],
  ["commune-budget", "teal", "upright"],
  ["private-and-other", "amber", "dotted"],
  [undetermined, "faint", "level"],
];

// Sources that no year has are left out.
export function barsOf(years: readonly YearMoney[]): Bars[] {
  const need = looks
    .filter(([source]) => years.some((year) => (year.bySource.get(source) ?? 0) > 0))
    .map(([source, tone, pattern]): Bars => {
      const name = t.fundingSource[source] ?? source;
      return { name, stack: "need", tone, pattern, amounts: years.map((year) => year.bySource.get(source) ?? 0) };
    });
  const paid = [
    { name: t.money.sums.allocated, stack: "allocated", tone: "teal", pattern: "plain", amounts: years.map((year) => year.allocated) },
    { name: t.money.sums.disbursed, stack: "disbursed", tone: "green", pattern: "plain", amounts: years.map((year) => year.disbursed) },
  ] as const;
  return [...need, ...paid.filter((bars) => bars.amounts.some((amount) => amount > 0))];
}
