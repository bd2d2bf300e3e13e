// How the figures of an indicator are measured: unit and direction of the definition in force, of a series period by period. What the plan
// prints is version 0 of the definition.

import type { Indicator, IndicatorDefinition, Submission, Target } from "../api/types";
import type { Measure } from "./figures";
import { periodEnd } from "./period";

type Defined = Pick<Indicator, "definition" | "unit" | "direction">;

// A heading has no definition.
export function measureOf(indicator: Defined): Measure {
  const { unit, direction } = indicator.definition ?? indicator;
  return { unit, direction };
}

// The definition's unit on the last day of the period; where that one names none, the unit in force, which a twin may lend.
export function measureIn(definitions: readonly IndicatorDefinition[], period: string, now: Measure): Measure {
  const day = periodEnd(period);
  const then = definitions.filter((one) => one.valid_from === null || one.valid_from <= day).at(-1);
  return then ? { unit: then.unit ?? now.unit, direction: then.direction } : now;
}

export const measureOfFigure = ({ unit, direction }: Pick<Submission, "unit" | "direction">): Measure => ({ unit, direction });

// The milestone in force against which it is held on the day looked at.
export function targetInForce(indicator: Pick<Indicator, "assessment">): Target | null {
  return indicator.assessment?.inputs.target ?? null;
}
