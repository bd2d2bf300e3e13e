// How the publication of an indicator's results stands, in words.

import type { Indicator, PublicationDuty, PublicationStanding, PublicationState } from "../api/types";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import type { Directory } from "./directory";
import { periodAt, periodWithin } from "./period";
import type { Shape, Tone } from "./status";

const words = t.publications;
const offeredPeriods = 12;

export const publicationLook: Record<PublicationState, { shape: Shape; tone: Tone }> = {
  overdue: { shape: "octagon", tone: "red" },
  waiting: { shape: "hollow", tone: "grey" },
  published: { shape: "filled-check", tone: "green" },
  "published-late": { shape: "check-edged", tone: "amber" },
};

// "Đã công bố: quý I/2026"; what is overdue goes first.
export function standingText(standing: PublicationStanding): string {
  if (standing.overdue > 0) return words.overdue(formatNumber(standing.overdue));
  return words.mark(words.states[standing.state], periodWithin(standing.period));
}

// "Văn phòng UBND tỉnh, trong vòng 15 ngày sau khi hết kỳ"
export function dutyText(duty: PublicationDuty, directory: Directory): string {
  return words.duty(duty.agency ? directory.name(duty.agency) : words.tracking, formatNumber(duty.within_days));
}

// Whether a row has a period that stands so.
export function standsSo(row: Pick<Indicator, "publication">, filter: string | undefined): boolean {
  if (filter === "overdue") return (row.publication?.overdue ?? 0) > 0;
  if (filter === "waiting") return (row.publication?.waiting ?? 0) > 0;
  return true;
}

// Who publishes by the definition in force; the server judges by that of the period.
export function publishes(indicator: Indicator, agency: string, directory: Directory): boolean {
  const duty = indicator.definition?.publication;
  if (duty?.agency) return duty.agency === agency;
  return directory.includes(indicator.definition?.tracking_agencies ?? [], agency);
}

// Periods that are over, the newest first.
export function endedPeriods(frequency: "month" | "quarter" | "half-year" | "year", today: string): string[] {
  return Array.from({ length: offeredPeriods }, (_, back) => periodAt(frequency, today, back + 1));
}
