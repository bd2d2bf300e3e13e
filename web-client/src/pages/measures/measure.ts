// Measures of tasks: how they read, and what is sent when one is decided on.

import type { Measure, MeasurePlace, MeasureSuggestion, ProposedMeasure } from "../../api/types";
import { formatNumber, parseNumber } from "../../format/number";
import { t } from "../../i18n";

const words = t.measures;
export interface Decision {
  measures: Measure[];
  rejected: MeasurePlace[];
}

const samePlace = (left: MeasurePlace, right: MeasurePlace): boolean => left.field === right.field && left.text === right.text && left.nth === right.nth;

// As it is sent: what answers say beside is left out.
export function bare(measure: Measure): Measure {
  const { comparator, value, unit, what, deliverable, place } = measure;
  return { comparator, value, unit: unit ?? null, what, deliverable: deliverable ?? null, place: place ?? null };
}

const decided = (row: MeasureSuggestion): Decision => ({ measures: row.measures.map(bare), rejected: [...row.rejected] });

export function taking(row: MeasureSuggestion, measure: Measure): Decision {
  const { measures, rejected } = decided(row);
  return { measures: [...measures, bare(measure)], rejected };
}

export function rejecting(row: MeasureSuggestion, number: ProposedMeasure): Decision {
  const { measures, rejected } = decided(row);
  return { measures, rejected: number.place ? [...rejected, number.place] : rejected };
}

export function removing(row: MeasureSuggestion, index: number): Decision {
  const { measures, rejected } = decided(row);
  return { measures: measures.filter((_, at) => at !== index), rejected };
}

export function textOf(row: Pick<MeasureSuggestion, "title" | "content" | "deliverables">, field: string): string {
  if (field === "title") return row.title;
  if (field === "content") return row.content ?? "";
  return row.deliverables[Number(field.replace("deliverables/", "")) - 1]?.text ?? "";
}

export function fieldText(field: string): string {
  if (field === "title") return words.fields.title;
  return field === "content" ? words.fields.content : words.fields.product(field.replace("deliverables/", ""));
}

export interface Step {
  key: string;
  row: MeasureSuggestion;
  number: ProposedMeasure;
}

// One step a number, in the order of the plans.
export function stepsOf(rows: readonly MeasureSuggestion[]): Step[] {
  return rows.flatMap((row) =>
    row.numbers.map((number) => ({ key: `${row.id} ${number.place?.field ?? ""} ${number.place?.text ?? ""} ${number.place?.nth ?? ""}`, row, number })),
  );
}

// What stands in the form, as typed.
export interface Typed {
  comparator: string;
  low: string;
  high: string;
  unit: string;
  what: string;
  deliverable: string | null;
}

export function typedOf(measure: Measure): Typed {
  const [low, high] = Array.isArray(measure.value) ? measure.value : [measure.value, null];
  const number = (value: number | null | undefined) => (value === null || value === undefined ? "" : formatNumber(value));
  const deliverable = measure.deliverable == null ? null : String(measure.deliverable);
  return { comparator: measure.comparator, low: number(low), high: number(high), unit: measure.unit ?? "", what: measure.what, deliverable };
}

export type Faults = Partial<Record<"low" | "high" | "what", string>>;

// The measure that the form says; or what is wrong with it, field by field.
export function read(typed: Typed, place: MeasurePlace | null | undefined): { measure: Measure } | { faults: Faults } {
  const faults: Faults = {};
  const low = parseNumber(typed.low);
  const range = typed.comparator === "range";
  const high = range ? parseNumber(typed.high) : null;
  if (low === null) faults.low = words.form.badValue;
  if (range && high === null) faults.high = words.form.badValue;
  if (range && low !== null && high !== null && high <= low) faults.high = words.form.badRange;
  if (typed.what.trim() === "") faults.what = words.form.needed;
  if (Object.keys(faults).length > 0 || low === null) return { faults };
  const value = range && high !== null ? [low, high] : low;
  const deliverable = typed.deliverable === null ? null : Number(typed.deliverable);
  const comparator = typed.comparator as Measure["comparator"];
  return { measure: { comparator, value, unit: typed.unit.trim() || null, what: typed.what.trim(), deliverable, place: place ?? null } };
}

export const isKnown = (row: MeasureSuggestion, place: MeasurePlace): boolean => row.numbers.some((one) => one.place && samePlace(one.place, place));
