// Sums over budget lines. Headings carry no need and are not added.

import type { BudgetLine } from "../../api/types";

export interface Sums {
  need: number;
  allocated: number;
  disbursed: number;
  years: (readonly [string, number])[]; // in order
}

export function sumsOf(lines: readonly BudgetLine[]): Sums {
  const years = new Map<string, number>();
  let [need, allocated, disbursed] = [0, 0, 0];
  for (const line of lines) {
    if (line.heading) continue;
    need += line.need?.total ?? 0;
    allocated += line.allocated;
    disbursed += line.disbursed;
    for (const [year, amount] of Object.entries(line.need?.years ?? {})) years.set(year, (years.get(year) ?? 0) + (amount ?? 0));
  }
  return { need, allocated, disbursed, years: [...years].sort(([left], [right]) => left.localeCompare(right)) };
}
