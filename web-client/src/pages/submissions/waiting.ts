// Figures that wait to be decided on, one line a figure: by whom they are asked about, what a check says of them, what they are compared with.

import type { FigureKind, Submission, SubmissionFigure } from "../../api/types";
import { formatComputed } from "../../format/number";
import { t } from "../../i18n";
import { figureText, findingText, fractionText, marksOf } from "../../meaning/figures";
import { measureOfFigure } from "../../meaning/measure-of";
import { periodEnd, periodName } from "../../meaning/period";
import type { QueueSearch } from "../../router";

export interface Waiting {
  key: string; // another figure has another one
  submission: Submission;
  kind: FigureKind;
  figure: SubmissionFigure;
}

// Lines that stand together, with what they have in common.
export interface Group {
  key: string;
  lines: readonly Waiting[]; // not empty
}

// Whoever takes such a figure over should have read why; nobody can take over what breaks a check that is an error.
export const isWarned = ({ figure }: Waiting): boolean => figure.findings.length > 0;
export const isBlocked = ({ figure }: Waiting): boolean => figure.findings.some((one) => one.importance === "error" && one.kind !== "outlier");

function linesOf(submissions: readonly Submission[], kinds: (submission: Submission) => readonly FigureKind[]): Waiting[] {
  return submissions.flatMap((submission) =>
    kinds(submission).flatMap((kind) => {
      const figure = submission.figures.find((one) => one.kind === kind);
      return figure ? [{ key: `${kind} ${submission.id} ${figure.sequence}`, submission, kind, figure }] : [];
    }),
  );
}

export const waitingIn = (submissions: readonly Submission[]): Waiting[] => linesOf(submissions, (one) => one.waiting);

export function submittedIn(submissions: readonly Submission[]): Waiting[] {
  return linesOf(submissions, (one) => one.figures.filter((figure) => figure.stage === "submitted").map((figure) => figure.kind));
}

const first = (one: boolean, other: boolean): number => Number(other) - Number(one);

// Groups with warnings first, then the newest period; within a group those with warnings first.
function grouped(lines: readonly Waiting[], keyOf: (line: Waiting) => string): Group[] {
  const groups = new Map<string, Waiting[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const all = [...groups].map(([key, found]) => ({ key, lines: found.sort((left, right) => first(isWarned(left), isWarned(right))) }));
  const end = (group: Group) => periodEnd(group.lines[0]?.submission.period ?? "");
  return all.sort((left, right) => first(left.lines.some(isWarned), right.lines.some(isWarned)) || end(right).localeCompare(end(left)));
}

export const byIndicator = (lines: readonly Waiting[]): Group[] => grouped(lines, ({ submission }) => `${submission.indicator} ${submission.period}`);
export const byPeriod = (lines: readonly Waiting[]): Group[] => grouped(lines, ({ submission }) => `${submission.agency} ${submission.period}`);

export function matches(line: Waiting, search: QueueSearch): boolean {
  const { submission } = line;
  if (search.warned && isWarned(line) !== (search.warned === "yes")) return false;
  return (["programme", "indicator", "agency", "period"] as const).every((name) => !search[name] || submission[name] === search[name]);
}

const signed = (value: number): string => `${value > 0 ? "+" : ""}${formatComputed(value)}`;

export function valueOf({ submission, figure }: Waiting): string {
  if (figure.missing) return t.indicators.missing;
  return [figureText(figure, measureOfFigure(submission)), fractionText(figure) && `(${fractionText(figure)})`].filter(Boolean).join(" ");
}

export interface Compared {
  before: string; // "Năm 2025: 60%"
  difference: string; // "+12,5"; empty where no difference can be said
}

export function comparedWithLast({ submission, figure }: Waiting): Compared | null {
  const { previous } = submission;
  if (!previous || previous.value === null) return null;
  const before = `${periodName(previous.period)}: ${figureText(previous, measureOfFigure(submission))}`;
  const counts = figure.value !== null && submission.direction !== "done";
  return { before, difference: counts ? signed((figure.value ?? 0) - previous.value) : "" };
}

// Of a correction: what it was.
export function correctionOf({ submission, figure }: Waiting): string | null {
  const last = figure.restatements.at(-1);
  if (last?.state !== "waiting") return null;
  const side = (one: typeof last.before) => figureText(one, measureOfFigure(submission)) || t.indicators.missing;
  return [t.submissions.verify.restatement(side(last.before), side(last.after)), last.reason].filter(Boolean).join(". ");
}

export const sentencesOf = ({ figure }: Waiting): string[] => [...figure.findings.map(findingText), ...marksOf(figure)];
