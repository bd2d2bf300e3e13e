// Sums over rows of money.

import type { MoneySums } from "../../api/types";

const zero: MoneySums = {
  need: 0,
  revised_need: null,
  assigned: 0,
  unassigned: 0,
  allocated: 0,
  carried_over: 0,
  contracted: null,
  advances_outstanding: 0,
  disbursed: 0,
  remaining: 0,
  above_ceiling: 0,
  mobilised: 0,
  spent: 0,
};
const names = Object.keys(zero) as (keyof MoneySums)[];

// What no row knows stays unknown.
function sum(left: number | null, right: number | null): number | null {
  return left === null && right === null ? null : (left ?? 0) + (right ?? 0);
}

export function addSums(rows: readonly MoneySums[]): MoneySums {
  const all: Record<keyof MoneySums, number | null> = { ...zero };
  for (const row of rows) for (const name of names) all[name] = sum(all[name], row[name] ?? null);
  return all as MoneySums;
}

export const hasMoney = (sums: MoneySums): boolean => names.some((name) => (sums[name] ?? 0) !== 0);
