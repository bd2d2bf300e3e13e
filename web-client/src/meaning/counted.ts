// What an indicator counts of missions, in words.

import type { ComputedFrom, CountedFigure } from "../api/types";
import { formatDay } from "../format/date";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { valueText, type Measure } from "./figures";

const words = t.counted;

// "Kết quả được ứng dụng / đã đánh giá ứng dụng"
function partsText(numerator: ComputedFrom["numerator"], denominator: ComputedFrom["denominator"]): string {
  const over = words.facts[numerator];
  return denominator ? words.of(over, words.facts[denominator]) : over;
}

export function computedText(from: ComputedFrom): string {
  return `${partsText(from.numerator, from.denominator)}; ${words.scopes[from.scope].toLowerCase()}`;
}

// What is counted, and until when.
export function originText(counted: CountedFigure): string {
  const until = formatDay(counted.until);
  const span = counted.from === null ? words.until(until) : words.span(formatDay(counted.from), until);
  return `${partsText(counted.numerator_fact, counted.denominator_fact)}, ${span}`;
}

// "3 / 4 = 75%"
export function countedText(counted: CountedFigure, measure: Measure): string {
  if (counted.denominator === null) return formatNumber(counted.numerator);
  const parts = `${formatNumber(counted.numerator)} / ${formatNumber(counted.denominator)}`;
  return counted.value === null ? `${parts}: ${words.nothing}` : `${parts} = ${valueText(counted.value, measure)}`;
}
