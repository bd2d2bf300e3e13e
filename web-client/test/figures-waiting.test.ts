import { describe, expect, it } from "vitest";
import type { Indicator, IndicatorDefinition, Submission, SubmissionFigure, SubmissionGridRow } from "../src/api/types";
import { formatComputed, roundComputed } from "../src/format/number";
import { computedText, figureText } from "../src/meaning/figures";
import { measureIn, measureOf, targetInForce } from "../src/meaning/measure-of";
import { axisOf, type ChartData } from "../src/pages/indicators/chart";
import { besideText, countText, numberOf, periodsBefore, rowsOfCount, type Counted } from "../src/pages/submissions/completeness";
import { byIndicator, byPeriod, comparedWithLast, isBlocked, isWarned, matches, submittedIn, valueOf, waitingIn } from "../src/pages/submissions/waiting";

const by = { actor: "a", agency: "so-tu-phap" };

function figure(part: Partial<SubmissionFigure> = {}): SubmissionFigure {
  return {
    kind: "actual",
    stage: "approved",
    value: 60,
    numerator: null,
    denominator: null,
    missing: false,
    reason: null,
    source: null,
    evidence: null,
    comment: null,
    returned: false,
    return_reason: null,
    verified_by: null,
    verified_note: null,
    restatements: [],
    findings: [],
    copied: false,
    round: false,
    entered_by: by,
    entered_at: "2026-04-20T02:15:00.123Z",
    sequence: 920,
    ...part,
  };
}

function submission(part: Partial<Submission> = {}): Submission {
  return {
    id: "i1.so-tu-phap.2026",
    indicator: "i1",
    agency: "so-tu-phap",
    period: "2026",
    programme: "lao-cai-de-an-11",
    name: "Phủ sóng 5G",
    unit: "%",
    direction: "higher",
    combine: "single",
    figures: [figure()],
    previous: null,
    target: null,
    waiting: ["actual"],
    verifying_agencies: [],
    withheld: false,
    sequence: 920,
    updated_at: "2026-04-20T02:15:00.123Z",
    updated_by: by,
    ...part,
  };
}

const finding = (kind: "outlier" | "range", importance: "error" | "warning") => ({
  kind,
  importance,
  value: 60,
  low: null,
  high: null,
  previous: 20,
  median: null,
  deviation: null,
  figures: null,
});
const jump = figure({ findings: [finding("outlier", "warning")] });
const line = (part: Partial<Submission> = {}) => waitingIn([submission(part)])[0]!;

describe("how a figure is measured", () => {
  const definition = { version: 1, valid_from: "2026-01-01", unit: "Thôn", direction: "lower" } as IndicatorDefinition;
  const printed = { version: 0, valid_from: null, unit: "%", direction: "higher" } as IndicatorDefinition;

  it("goes by the definition in force, not by what is printed; a heading has none", () => {
    expect(measureOf({ unit: "%", direction: "higher", definition })).toEqual({ unit: "Thôn", direction: "lower" });
    expect(measureOf({ unit: "%", direction: "higher", definition: null })).toEqual({ unit: "%", direction: "higher" });
  });

  it("of a period goes by the definition on its last day", () => {
    const now = { unit: "Thôn", direction: "lower" };
    expect(measureIn([printed, definition], "2025", now)).toEqual({ unit: "%", direction: "higher" });
    expect(measureIn([printed, definition], "2026-q1", now)).toEqual(now);
    expect(measureIn([{ ...printed, unit: null }], "2025", now).unit).toBe("Thôn");
  });

  it("shows the target against which it is held", () => {
    const target = { year: 2026, text: "≥ 70", comparator: ">=", value: 70, unit: null, parts: [] } as const;
    expect(targetInForce({ assessment: { inputs: { target } } } as unknown as Indicator)?.text).toBe("≥ 70");
    expect(targetInForce({ assessment: null })).toBeNull();
  });
});

describe("numbers that were computed", () => {
  it("have two decimals, small ones as many as they need", () => {
    expect([formatComputed(103.333333), formatComputed(13.3), roundComputed(0.000123), formatComputed(0)]).toEqual(["103,33", "13,3", 0.0001, "0"]);
  });

  it("are a rate's, while what was entered is shown as it was", () => {
    const measure = { unit: "%", direction: "higher" };
    expect(figureText({ value: 33.333333, numerator: 1 }, measure)).toBe("33,33%");
    expect(figureText({ value: 0.1234, numerator: null }, measure)).toBe("0,1234%");
    expect(computedText(null, measure)).toBe("");
  });
});

describe("the axis of a chart", () => {
  const drawn = (...values: number[]): ChartData => ({
    targets: values.map((value, at) => ({ year: 2024 + at, value, name: "" })),
    figures: { actual: [], estimate: [], official: [] },
    path: [],
    forecast: [],
    breaks: [],
    from: 2024,
    to: 2030,
  });

  it("of a share stays within 0 and 100 unless the data go beyond", () => {
    expect(axisOf(drawn(12, 100), "%")).toEqual({ min: 0, max: 100 });
    expect(axisOf(drawn(60, 80), "%")).toEqual({ min: 50, max: 90 });
    expect(axisOf(drawn(60, 120), "%")).toEqual({ scale: true, boundaryGap: ["0%", "12%"] });
  });

  it("goes below 0 only where something is", () => {
    expect(axisOf(drawn(11, 138), "Thôn")).toEqual({ scale: true, boundaryGap: ["0%", "12%"] });
    expect(axisOf(drawn(-30, 50), "%")).toEqual({ scale: true, boundaryGap: ["12%", "12%"] });
  });
});

describe("figures that wait", () => {
  it("are one line a kind; of the head those that were submitted", () => {
    const both = submission({ figures: [figure({ stage: "submitted" }), figure({ kind: "estimate" })], waiting: ["estimate"] });
    expect(waitingIn([both]).map((one) => one.kind)).toEqual(["estimate"]);
    expect(submittedIn([both]).map((one) => one.kind)).toEqual(["actual"]);
  });

  it("stand in groups, those with warnings first, then the newest period", () => {
    const lines = waitingIn([
      submission({ id: "i1.a.2025", agency: "a", period: "2025" }),
      submission({ id: "i1.a.2026", agency: "a" }),
      submission({ id: "i2.a.2024", indicator: "i2", agency: "a", period: "2024" }),
      submission({ id: "i2.b.2024", indicator: "i2", agency: "b", period: "2024", figures: [jump] }),
    ]);
    const groups = byIndicator(lines);
    expect(groups.map((group) => group.key)).toEqual(["i2 2024", "i1 2026", "i1 2025"]);
    expect(groups[0]?.lines.map((one) => one.submission.agency)).toEqual(["b", "a"]);
    expect(byPeriod(lines).map((group) => group.key)).toEqual(["b 2024", "a 2026", "a 2025", "a 2024"]);
  });

  it("are warned of by any finding, and stay behind where a check that is an error is broken", () => {
    const errors = (kind: "outlier" | "range") => line({ figures: [figure({ findings: [finding(kind, "error")] })] });
    expect([isWarned(line()), isWarned(line({ figures: [jump] }))]).toEqual([false, true]);
    expect([isBlocked(line({ figures: [jump] })), isBlocked(errors("outlier")), isBlocked(errors("range"))]).toEqual([false, false, true]);
  });

  it("are filtered by plan, indicator, agency, period and warnings together", () => {
    const warned = line({ figures: [jump] });
    expect(matches(warned, { programme: "lao-cai-de-an-11", indicator: "i1", agency: "so-tu-phap", period: "2026", warned: "yes" })).toBe(true);
    for (const other of [{ programme: "x" }, { indicator: "x" }, { agency: "x" }, { period: "2025" }, { warned: "no" as const }]) expect(matches(warned, other)).toBe(false);
  });

  it("say their value with its fraction, and how far it is from the last", () => {
    const rate = line({ figures: [figure({ value: 72.5, numerator: 29, denominator: 40 })], previous: { period: "2025", kind: "actual", value: 60, numerator: null, denominator: null } });
    expect(valueOf(rate)).toBe("72,5% (29 / 40)");
    expect(comparedWithLast(rate)).toEqual({ before: "Năm 2025: 60%", difference: "+12,5" });
    expect(comparedWithLast(line())).toBeNull();
  });
});

describe("the completeness of a period", () => {
  const row: Counted = { due: 12, entered: 9, approved: 8, verified: 0, returned: 1, missing: 1, copied: 2, round: 3 };
  const grid = (id: string, counted_in: SubmissionGridRow["counted_in"]) => ({ indicator: id, counted_in }) as SubmissionGridRow;

  it("says shares of what goes on, and what was not entered", () => {
    expect([countText(row, "entered"), countText(row, "approved"), countText(row, "returned"), numberOf(row, "absent")]).toEqual(["9 (75%)", "8 (67%)", "1", 3]);
  });

  it("opens exactly the rows that a number counts", () => {
    const rows = [grid("i1", ["due", "entered", "approved", "copied"]), grid("i2", ["due"]), grid("i3", [])];
    const opened = (count: Parameters<typeof rowsOfCount>[1]) => rowsOfCount(rows, count).map((one) => one.indicator);
    expect([opened("due"), opened("absent"), opened("copied"), opened("round")]).toEqual([["i1", "i2"], ["i2"], ["i1"], []]);
  });

  it("stands beside the three periods before it", () => {
    expect(periodsBefore("2026-q1")).toEqual(["2025-q2", "2025-q3", "2025-q4", "2026-q1"]);
    expect([besideText(row), besideText({ ...row, due: 0 }), besideText(undefined)]).toEqual(["8/12 (67%)", "không phải nhập", "không phải nhập"]);
  });
});
