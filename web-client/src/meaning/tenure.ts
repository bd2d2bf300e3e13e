// From when to when somebody holds a post; both days are included.

import { formatDay } from "../format/date";
import { t } from "../i18n";

export interface Tenure {
  from: string; // "2026-05-01"
  to: string | null;
}

export type Standing = "now" | "later" | "past";

export function standingOn(tenure: Tenure, day: string): Standing {
  if (tenure.from > day) return "later";
  return tenure.to !== null && tenure.to < day ? "past" : "now";
}

export const tenureText = (tenure: Tenure): string =>
  tenure.to ? `${formatDay(tenure.from)} - ${formatDay(tenure.to)}` : `${t.people.fields.from.toLowerCase()} ${formatDay(tenure.from)}`;
