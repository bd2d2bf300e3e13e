import { t } from "../i18n";

// "2026-04" is "tháng 4/2026", "2026-q2" is "quý II/2026".
export function periodName(period: string): string {
  const [year = "", part = ""] = period.split("-");
  if (part === "") return t.periods.year(year);
  if (part.startsWith("q")) return t.periods.quarter(["I", "II", "III", "IV"][Number(part[1]) - 1] ?? part, year);
  if (part.startsWith("h")) return part === "h1" ? t.periods.firstHalf(year) : t.periods.secondHalf(year);
  return t.periods.month(String(Number(part)), year);
}
