// The periods that one may want to look at or fill in, newest first, for every frequency.

import { todayInVietnam } from "../../format/date";
import { periodAt, periodName, type Frequency } from "../../meaning/period";

const shown: readonly (readonly [Frequency, number])[] = [
  ["year", 3],
  ["half-year", 3],
  ["quarter", 5],
  ["month", 7],
];

export interface PeriodOption {
  value: string;
  label: string;
}

// `chosen` is among them, however old it is.
export function periodOptions(chosen: string, day: string = todayInVietnam()): PeriodOption[] {
  const periods = shown.flatMap(([frequency, count]) => Array.from({ length: count }, (_, back) => periodAt(frequency, day, back)));
  const all = periods.includes(chosen) ? periods : [chosen, ...periods];
  return all.map((period) => ({ value: period, label: periodName(period) }));
}
