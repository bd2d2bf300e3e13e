// Figures and targets of indicators, in words.

import type { AssessmentResult, FigureKind, Finding, Indicator, SubmissionFigure, Target } from "../api/types";
import { formatComputed, formatNumber, roundComputed } from "../format/number";
import { t } from "../i18n";
import type { Shape, Tone } from "./status";

const words = t.indicators;

export const figureKinds: readonly FigureKind[] = ["actual", "estimate", "official"];
// Most pressing first.
export const results: readonly AssessmentResult[] = ["missed", "behind", "incomplete", "on-track", "achieved", "not-yet", "no-data", "not-assessable"];

// Red is only what cannot be made up for in time.
export const resultLook: Record<AssessmentResult, { shape: Shape; tone: Tone }> = {
  achieved: { shape: "filled-check", tone: "green" },
  "on-track": { shape: "half", tone: "blue" },
  behind: { shape: "triangle", tone: "amber" },
  missed: { shape: "octagon", tone: "red" },
  "not-yet": { shape: "clock", tone: "grey" },
  incomplete: { shape: "hourglass", tone: "teal" },
  "no-data": { shape: "hollow", tone: "grey" },
  "not-assessable": { shape: "dash", tone: "grey" },
};

// What a figure is measured in: its unit as printed, and whether it only says done or not.
export interface Measure {
  unit: string | null;
  direction: string;
}

const glued = /^%/;

// "72,5%", "1.250 doanh nghiệp", "Hoàn thành".
export function valueText(value: number | null | undefined, measure: Measure): string {
  if (value === null || value === undefined) return "";
  if (measure.direction === "done") return value > 0 ? words.done : words.notDone;
  if (!measure.unit) return formatNumber(value);
  return glued.test(measure.unit) ? `${formatNumber(value)}${measure.unit}` : `${formatNumber(value)} ${measure.unit.toLowerCase()}`;
}

// Of a number that was computed and not entered: a sum of shares, a forecast, a point on the path.
export function computedText(value: number | null | undefined, measure: Measure): string {
  return valueText(typeof value === "number" ? roundComputed(value) : value, measure);
}

// A rate is computed from its two numbers, all else stands as it was entered.
export function figureText(figure: { value: number | null; numerator: number | null }, measure: Measure): string {
  return figure.numerator === null ? valueText(figure.value, measure) : computedText(figure.value, measure);
}

export function fractionText(figure: { numerator: number | null; denominator: number | null }): string {
  if (figure.numerator === null || figure.denominator === null) return "";
  return `${formatNumber(figure.numerator)} / ${formatNumber(figure.denominator)}`;
}

type Stage = Pick<NonNullable<Indicator["latest"]>, "stage" | "restatement_waiting">;

// Of a figure that counts: whether somebody else has looked at it.
export function verificationText({ stage, restatement_waiting }: Stage): string {
  if (restatement_waiting) return words.verification.waiting;
  return stage === "verified" ? words.verification.verified : words.verification.unverified;
}

// The number that a chart draws for a target; of a range its lower end.
export function targetNumber(target: Pick<Target, "value">): number | null {
  const value = target.value;
  if (Array.isArray(value)) return value[0] ?? null;
  return typeof value === "number" ? value : null;
}

// Of a verified figure that was returned nothing is left to write: returned is a draft.
export function stateOf(figure: Pick<SubmissionFigure, "stage" | "returned">): string {
  return figure.returned && figure.stage === "draft" ? "returned" : figure.stage;
}

export function findingText(finding: Finding): string {
  const said = t.submissions.findings;
  const number = (value: number | null) => (value === null ? "…" : formatComputed(value));
  const value = number(finding.value);
  switch (finding.kind) {
    case "range":
      return said.range(value, number(finding.low), number(finding.high));
    case "monotone":
      return said.monotone(value, number(finding.previous));
    case "sum-of-parts":
      return said["sum-of-parts"](value, number(finding.previous));
    case "counted":
      return said.counted(value, number(finding.previous));
    case "outlier":
      return said.outlier(value, number(finding.previous));
    case "history":
      return said.history(value, number(finding.low), number(finding.high), number(finding.figures), number(finding.median), number(finding.deviation));
    default:
      return said["numerator-within-denominator"];
  }
}

// What a figure looks like, beside its findings: "bằng đúng kỳ trước", "số tròn".
export function marksOf(figure: Pick<SubmissionFigure, "copied" | "round">): string[] {
  const said = t.submissions.findings;
  return [figure.copied && said.copied, figure.round && said.round].filter((mark) => mark !== false);
}
