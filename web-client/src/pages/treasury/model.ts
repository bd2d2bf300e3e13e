// An extract as the page works on it: which rows need somebody, which go together, what the slip adds up to.

import type { ExtractRow, ExtractRowState, ExtractSlipRow, TreasuryExtract } from "../../api/types";

// Those that need somebody first.
export const stateOrder: readonly ExtractRowState[] = ["unmatched", "waiting", "over-ceiling", "faulty", "matched", "booked", "known", "skipped"];

export function countsOf(extract: TreasuryExtract): readonly (readonly [ExtractRowState, number])[] {
  const counts = new Map<ExtractRowState, number>();
  for (const row of extract.rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
  return stateOrder.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count > 0 ? [[state, count] as const] : [];
  });
}

export function ordered(rows: readonly ExtractRow[]): ExtractRow[] {
  return [...rows].sort((left, right) => stateOrder.indexOf(left.state) - stateOrder.indexOf(right.state) || left.row - right.row);
}

export const settles = (row: ExtractRow): boolean => row.state === "unmatched" || row.state === "waiting";
// Of a staged file also what was matched can be placed elsewhere.
export const changes = (row: ExtractRow): boolean => settles(row) || row.state === "matched" || row.state === "over-ceiling" || row.state === "skipped";

// Rows of the same code that wait as this one does.
export function alike(rows: readonly ExtractRow[], row: ExtractRow): ExtractRow[] {
  if (row.code === "") return [row];
  const others = rows.filter((one) => one.code === row.code && one.row !== row.row && one.state === row.state);
  return [row, ...others];
}

export interface SlipTotals {
  before: number;
  booked: number;
  after: number;
  above_ceiling: number;
}

export function slipTotals(slip: readonly ExtractSlipRow[]): SlipTotals {
  const totals = { before: 0, booked: 0, after: 0, above_ceiling: 0 };
  for (const row of slip) {
    totals.before += row.before;
    totals.booked += row.booked;
    totals.after += row.after;
    totals.above_ceiling += row.above_ceiling;
  }
  return totals;
}

// How far one has come: the file is read, its rows match, those that do not are settled, it is booked.
export function stepOf(extract: TreasuryExtract): 1 | 2 | 3 | 4 {
  if (extract.state === "booked") return 4;
  const some = (state: ExtractRowState) => extract.rows.some((row) => row.state === state);
  if (extract.rows.length === 0 || extract.rows.every((row) => row.state === "faulty")) return 2;
  return some("unmatched") || some("faulty") ? 3 : 4;
}

export function toBook(extract: TreasuryExtract): number {
  return extract.counts.matched + extract.counts.over_ceiling;
}
