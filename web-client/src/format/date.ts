// Days and moments as the offices write them, in Vietnam time (UTC+7, without daylight saving).

const hour = 3_600_000;
const day = 24 * hour;
const vietnamOffset = 7 * hour;

const two = (value: number): string => String(value).padStart(2, "0");

// "2026-02-05" is "05/02/2026".
export function formatDay(iso: string): string {
  const [year = "", month = "", date = ""] = iso.split("-");
  return `${date}/${month}/${year}`;
}

// "05/02/2026", also "5/2/2026", "5-2-2026" and "5.2.2026"; null when there is no such day.
export function parseDay(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text);
  if (!match) return null;
  return dayOf(Number(match[3]), Number(match[2]), Number(match[1]));
}

function dayOf(year: number, month: number, date: number): string | null {
  const real = new Date(Date.UTC(year, month - 1, date));
  const exists = real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === date;
  if (!exists || year < 1900 || year > 2999) return null;
  return `${year}-${two(month)}-${two(date)}`;
}

export function isDay(text: string): boolean {
  const [year, month, date] = text.split("-").map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(year ?? 0, month ?? 0, date ?? 0) !== null;
}

export function todayInVietnam(now: number = Date.now()): string {
  return new Date(now + vietnamOffset).toISOString().slice(0, 10);
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * day).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

// "2026-04-20T02:15:00.123Z" is "20/04/2026 09:15".
export function formatMoment(instant: string): string {
  const local = new Date(Date.parse(instant) + vietnamOffset).toISOString();
  return `${formatDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

export function formatClock(instant: string): string {
  return new Date(Date.parse(instant) + vietnamOffset).toISOString().slice(11, 16);
}

// The end of a minute in Vietnam: "2026-03-24" at "09:15" as RFC 3339.
export function momentOf(iso: string, clock: string): string {
  return `${iso}T${clock}:59+07:00`;
}

export function dayOfMoment(instant: string): string {
  return new Date(Date.parse(instant) + vietnamOffset).toISOString().slice(0, 10);
}

export interface Ago {
  count: number;
  unit: "now" | "minute" | "hour" | "day";
}

// How long ago, in the largest fitting unit; none after a week, when the date alone says it better.
export function ago(instant: string, now: number): Ago | null {
  const passed = now - Date.parse(instant);
  if (passed < 60_000) return { count: 0, unit: "now" };
  if (passed < hour) return { count: Math.floor(passed / 60_000), unit: "minute" };
  if (passed < day) return { count: Math.floor(passed / hour), unit: "hour" };
  if (passed < 7 * day) return { count: Math.floor(passed / day), unit: "day" };
  return null;
}
