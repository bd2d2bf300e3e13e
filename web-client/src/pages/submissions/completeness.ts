// Counts of how complete a period is: their shares, the periods before, and which rows of a grid a count has.

import type { AgencyCompleteness, SubmissionGridRow } from "../../api/types";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { frequencyOf, periodAt, periodEnd } from "../../meaning/period";

const words = t.submissions.completeness;

export type Counted = Omit<AgencyCompleteness, "agency">;
// `absent`: due, and nothing entered.
export const counts = ["due", "entered", "approved", "verified", "absent", "returned", "missing", "copied", "round"] as const;
export type Count = (typeof counts)[number];

export const countOf = (name: string | undefined): Count | undefined => counts.find((one) => one === name);
export const numberOf = (row: Counted, count: Count): number => (count === "absent" ? row.due - row.entered : row[count]);

export function rowsOfCount(rows: readonly SubmissionGridRow[], count: Count): SubmissionGridRow[] {
  if (count !== "absent") return rows.filter((row) => row.counted_in.includes(count));
  return rows.filter((row) => row.counted_in.includes("due") && !row.counted_in.includes("entered"));
}

export const shareOf = (part: number, whole: number): string => formatPercent(Math.round((100 * part) / whole));

const shared: readonly Count[] = ["entered", "approved", "verified"];

// "8 (67%)" of what goes on from step to step; a bare number of what should not be.
export function countText(row: Counted, count: Count): string {
  const number = numberOf(row, count);
  const text = formatNumber(number);
  return shared.includes(count) && row.due > 0 ? words.share(text, shareOf(number, row.due)) : text;
}

const beside = 4;

// The period and those before it, oldest first.
export function periodsBefore(period: string): string[] {
  const [frequency, day] = [frequencyOf(period), periodEnd(period)];
  return Array.from({ length: beside }, (_, back) => periodAt(frequency, day, beside - 1 - back));
}

export function besideText(row: Counted | undefined): string {
  if (!row || row.due === 0) return words.nothingDue;
  return words.share(words.of(formatNumber(row.approved), formatNumber(row.due)), shareOf(row.approved, row.due));
}
