// Which years of a programme may be closed, and the act that closes one.

import type { PreviewItem, Programme } from "../../api/types";
import { documentField } from "../../forms/specs/task";
import type { ActSpec } from "../../forms/use-act";
import { t } from "../../i18n";

const words = t.plans.closeYear;

// Those that are over and not closed, the earliest first.
export function yearsToClose(programme: Programme, today: string): number[] {
  const closed = new Set(programme.closed_years.map((one) => one.year));
  const last = Math.min(programme.year_to, Number(today.slice(0, 4)) - 1);
  const years: number[] = [];
  for (let year = programme.year_from; year <= last; year += 1) if (!closed.has(year)) years.push(year);
  return years;
}

// Where its work may go on: programmes of the same province and standing agency that have the next year.
function successors(programme: Programme, first: number, all: readonly Programme[]): Programme[] {
  return all.filter(
    (other) =>
      other.id !== programme.id &&
      other.province === programme.province &&
      other.standing_agency === programme.standing_agency &&
      other.year_to > first,
  );
}

export function closeYearSpec(programme: Programme, years: readonly number[], all: readonly Programme[]): ActSpec {
  const first = years[0] ?? programme.year_from;
  const subject = `programme/${programme.id}`;
  return {
    id: "close-year",
    subject,
    path: `/programmes/${programme.id}/close-year`,
    fields: [
      {
        name: "year",
        kind: "select",
        numeric: true,
        label: words.year,
        required: true,
        options: years.map((year) => ({ value: String(year), label: String(year) })),
      },
      {
        name: "into",
        kind: "select",
        label: words.into,
        hint: words.intoHint,
        options: successors(programme, first, all).map((other) => ({ value: other.id, label: other.short_title })),
      },
      documentField,
    ],
    initial: { year: String(first), into: "", document: null },
    basedOn: programme.sequence,
    subjects: () => [subject, "task/"],
  };
}

// How many measures of tasks the act takes along.
export function measuresAlong(items: readonly PreviewItem[]): number {
  const set = items.flatMap((item) => item.changes).filter((change) => change.field === "measures");
  return set.reduce((count, change) => count + (Array.isArray(change.new) ? change.new.length : 0), 0);
}
