import { describe, expect, it } from "vitest";
import type { IndicatorSeries, SeriesPoint, Target } from "../src/api/types";
import { Directory } from "../src/meaning/directory";
import { findingText, marksOf, resultLook, results, targetNumber, valueText, verificationText } from "../src/meaning/figures";
import { sentence } from "../src/meaning/history";
import { fieldName, inWords } from "../src/meaning/values";
import { chartLabel, chartOf, isDrawable } from "../src/pages/indicators/chart";

const target = (year: number, value: Target["value"], text = String(value)): Target => ({ year, text, comparator: ">=", value, unit: null, parts: [] });
const point = (period: string, value: number | null, part: Partial<SeriesPoint> = {}): SeriesPoint => ({
  period,
  kind: "actual",
  agency: null,
  value,
  numerator: null,
  denominator: null,
  stage: "approved",
  unit: null,
  speaker: null,
  due: 1,
  reported: 1,
  missing: 0,
  restated: false,
  restatement_waiting: false,
  submission: null,
  target: null,
  result: null,
  ...part,
});

function series(part: Partial<IndicatorSeries> = {}): IndicatorSeries {
  return {
    indicator: "da11.i.i.1",
    shared_from: null,
    definitions: [],
    target_sets: [],
    targets: [],
    share_sums: [],
    baselines: [],
    baseline: null,
    breaks: [],
    checks: [],
    submitters: [],
    points: [],
    path: [],
    forecast: null,
    restatements: [],
    publications: [],
    publication_records: [],
    comparison: [],
    official_figures: [],
    latest: null,
    assessment: {
      result: "no-data",
      inputs: {
        status_date: "2026-04-20",
        target: null,
        period: null,
        kind: null,
        value: null,
        stage: null,
        restatement_waiting: false,
        speaker: null,
        coverage: null,
        stated_missing: null,
        baseline: null,
        expected: null,
        reason: null,
      },
    },
    sequence: 930,
    log: "9f2c41d07ab3e865",
    status_date: "2026-04-20",
    ...part,
  };
}

describe("how an indicator stands", () => {
  it("X51 is red only where a milestone was missed, and every result has a look of its own", () => {
    expect(results.filter((result) => resultLook[result].tone === "red")).toEqual(["missed"]);
    expect([...results].sort()).toEqual(Object.keys(resultLook).sort());
    expect(new Set(results.map((result) => resultLook[result].shape)).size).toBe(results.length);
  });

  it("W300 says whether a figure was verified", () => {
    expect(verificationText({ stage: "approved", restatement_waiting: false })).toBe("chưa thẩm định");
    expect(verificationText({ stage: "verified", restatement_waiting: false })).toBe("đã thẩm định");
    expect(verificationText({ stage: "approved", restatement_waiting: true })).toBe("đính chính, chờ thẩm định");
  });

  it("X52 draws no figure of another unit", () => {
    const definition = { unit: "Trường", in_force: true } as IndicatorSeries["definitions"][number];
    const points = [point("2025", 60, { unit: "%" }), point("2026", 7, { unit: "Trường" })];
    expect(chartOf(series({ definitions: [definition], points }), null).figures.actual.map((one) => one.value)).toEqual([7]);
  });
});

describe("the chart of an indicator", () => {
  const whole = series({
    targets: [target(2030, [90, 100], "90-100"), target(2026, 70), target(2027, null, "Hoàn thành")],
    points: [point("2026-q2", 72.5), point("2025", 60, { kind: "official" }), point("2026-q2", 71, { agency: "so-khcn" }), point("2026-q1", null)],
    breaks: [{ from: 2035, text: "Tính phủ sóng 6G", document: null, sequence: 1 }],
    path: [
      { year: 2025, value: 60 },
      { year: 2030, value: 90 },
    ],
    forecast: { year: 2030, value: 95, target: target(2030, 90), achieved: true, per_year: 5, inputs: [{ period: "2025", value: 60 }, { period: "2026-q2", value: 72.5 }] },
  });

  it("draws targets in the order of years, of a range the lower end, without those in words", () => {
    expect(chartOf(whole, null).targets.map((one) => [one.year, one.value])).toEqual([
      [2026, 70],
      [2030, 90],
    ]);
  });

  it("sets each figure at the end of its period, by kind, of the whole or of one agency", () => {
    const data = chartOf(whole, null);
    expect(data.figures.actual.map((one) => [one.year, one.value])).toEqual([[2025.5, 72.5]]);
    expect(data.figures.official.map((one) => one.year)).toEqual([2025]);
    const own = chartOf(whole, "so-khcn");
    expect([own.figures.actual[0]?.value, own.targets.length, own.path.length, own.forecast.length]).toEqual([71, 0, 0, 0]);
  });

  it("leads the forecast on from the newest figure, and reaches as far as the breaks", () => {
    const data = chartOf(whole, null);
    expect(data.forecast.map((one) => [one.year, one.value])).toEqual([
      [2025.5, 72.5],
      [2030, 95],
    ]);
    expect([data.from, data.to, data.breaks[0]?.year]).toEqual([2024, 2034, 2034]);
    expect(chartLabel(data)).toContain("Tính phủ sóng 6G");
  });

  it("draws an agency's own targets", () => {
    const own = { agency: "so-khcn", targets: [target(2026, 75)], valid_from: "2026-01-01", document: null, reason: null, in_force: true, sequence: 3, time: null, by: null };
    expect(chartOf({ ...whole, target_sets: [own] }, "so-khcn").targets[0]?.value).toBe(75);
  });

  it("is none where there is next to nothing to draw", () => {
    expect(isDrawable(chartOf(whole, null))).toBe(true);
    expect(isDrawable(chartOf(series({ targets: [target(2026, 70)] }), null))).toBe(false);
  });
});

describe("figures in words", () => {
  it("writes a value with its unit, or whether it is done", () => {
    expect(valueText(72.5, { unit: "%", direction: "higher" })).toBe("72,5%");
    expect(valueText(1250, { unit: "Doanh nghiệp", direction: "higher" })).toBe("1.250 doanh nghiệp");
    expect(valueText(0, { unit: null, direction: "done" })).toBe("Chưa hoàn thành");
    expect(valueText(null, { unit: "%", direction: "higher" })).toBe("");
  });

  it("says what a check found", () => {
    const finding = { kind: "outlier" as const, importance: "warning" as const, value: 90, low: null, high: null, previous: 40, median: null, deviation: null, figures: null };
    expect(findingText(finding)).toContain("40");
    const usual = { kind: "history" as const, low: 6, high: 16, median: 11, deviation: 1, figures: 5 };
    expect(findingText({ ...finding, ...usual, previous: null })).toContain("so với 5 kỳ trước: thường từ 6 đến 16");
    expect(marksOf({ copied: true, round: true })).toEqual(["bằng đúng kỳ trước", "số tròn"]);
    expect(findingText({ ...finding, kind: "range", low: 0, high: 100 })).toContain("0 đến 100");
    expect(targetNumber({ value: [9, 10] })).toBe(9);
  });
});

describe("the history of a figure", () => {
  const directory = new Directory([], [], [], "LuuVet");
  const told = (type: string, ...changes: [string, unknown][]) =>
    sentence({ type: `vn.luuvet.${type}.v1`, changes: changes.map(([field, now]) => ({ field, old: null, new: now })) as never }, directory);

  it("says the value, from the history and from the live record", () => {
    expect(told("submission.entered", ["actual", { value: 72.5, numerator: 29, denominator: 40 }])).toBe("nhập số liệu 72,5");
    expect(told("submission.entered", ["kind", "actual"], ["value", 37.6])).toBe("nhập số liệu 37,6");
    expect(told("submission.entered", ["estimate_missing", true])).toBe("báo không có số liệu");
    expect(told("submission.restated", ["actual", { value: 75, numerator: null, denominator: null }])).toContain("75");
  });

  it("names the fields by their kind and shows both sides of a rate", () => {
    expect(fieldName("actual_return_reason", "submission")).toBe("lý do trả lại (thực hiện đến kỳ)");
    expect(fieldName("estimate", "submission")).toBe("số liệu (ước)");
    expect(inWords("actual", { value: 72.5, numerator: 29, denominator: 40 }, directory)).toBe("72,5 (29 / 40)");
    expect(inWords("baselines", [{ agency: null, year: 2025, value: 37.6 }], directory)).toContain("2025");
  });
});
