import { t } from "../i18n";

// "2026-04" is "tháng 4/2026", "2026-q2" is "quý II/2026".
export function periodName(period: string): string {
  const [year = "", part = ""] = period.split("-");
  if (part === "") return t.periods.year(year);
  if (part.startsWith("q")) return t.periods.quarter(["I", "II", "III", "IV"][Number(part[1]) - 1] ?? part, year);
  if (part.startsWith("h")) return part === "h1" ? t.periods.firstHalf(year) : t.periods.secondHalf(year);
  return t.periods.month(String(Number(part)), year);
}

// As it stands within a sentence: "quý II/2026".
export function periodWithin(period: string): string {
  const name = periodName(period);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export type Frequency = "month" | "quarter" | "half-year" | "year";

const months: Record<Frequency, number> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

// "2026-q2" is a quarter.
export function frequencyOf(period: string): Frequency {
  const part = period.split("-")[1] ?? "";
  if (part === "") return "year";
  if (part.startsWith("q")) return "quarter";
  return part.startsWith("h") ? "half-year" : "month";
}

// The last month of a period, counted from January of year 0.
function lastMonth(period: string): number {
  const [year = "", part = ""] = period.split("-");
  const length = months[frequencyOf(period)];
  const place = part === "" ? 1 : Number(part.replace(/^[qh]/, ""));
  return Number(year) * 12 + place * length - 1;
}

// "2026-q2" ends on "2026-06-30".
export function periodEnd(period: string): string {
  const month = lastMonth(period);
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}

// The period of that length in which a day lies, or so many before it.
export function periodAt(frequency: Frequency, day: string, back = 0): string {
  const length = months[frequency];
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = (Math.floor(month / length) - back) * length;
  const [year, place] = [Math.floor(first / 12), (first % 12) / length + 1];
  if (frequency === "year") return String(year);
  if (frequency === "month") return `${year}-${String(place).padStart(2, "0")}`;
  return `${year}-${frequency === "quarter" ? "q" : "h"}${place}`;
}
