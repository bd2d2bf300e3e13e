// A measure of a task in words.

import type { Measure } from "../api/types";
import { formatNumber } from "../format/number";
import { t } from "../i18n";

export const comparators = [">=", "<=", "=", ">", "<", "range"] as const;
type Sign = (typeof comparators)[number];
const signs: Record<Sign, string> = { ">=": "≥", "<=": "≤", "=": "=", ">": ">", "<": "<", range: "" };

// "≥ 40%", "30 đến 50%", "= 24 lớp".
export function boundText({ comparator, value, unit }: Pick<Measure, "comparator" | "value" | "unit">): string {
  const number = Array.isArray(value) ? t.measures.range(formatNumber(value[0] ?? 0), formatNumber(value[1] ?? 0)) : formatNumber(value ?? 0);
  const tail = unit ? (unit.startsWith("%") ? unit : ` ${unit}`) : "";
  return `${signs[comparator as Sign] ?? ""} ${number}${tail}`.trim();
}
