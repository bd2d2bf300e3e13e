// What is counted of missions: offered for a figure, taken with where it comes from, bound to a definition.

import { describe, expect, it } from "vitest";
import type { CountedFigure, IndicatorDefinition, SubmissionGridRow } from "../src/api/types";
import { Fault } from "../src/forms/convert";
import { computedField, computedValue } from "../src/forms/computed-field";
import { t } from "../src/i18n";
import { computedText, countedText, originText } from "../src/meaning/counted";
import { findingText } from "../src/meaning/figures";
import { shareText } from "../src/pages/records/MissionCounts";
import { agreesWithCount, countedCells, emptyCells, isOffered, refusalOf } from "../src/pages/submissions/cells";

const counted: CountedFigure = {
  numerator_fact: "applied",
  denominator_fact: "followed-up",
  scope: "province",
  from: "2026-01-01",
  until: "2026-12-31",
  numerator: 3,
  denominator: 4,
  value: 75,
};
const alone: CountedFigure = { ...counted, denominator_fact: null, from: null, denominator: null, value: 3 };
const percent = { unit: "%", direction: "higher" };

function row(part: Partial<SubmissionGridRow> = {}): SubmissionGridRow {
  const definition = { combine: "single", direction: "higher", unit: "%", numerator: null, denominator: null, computed_from: { numerator: "applied", denominator: "followed-up", scope: "province" } };
  const made = { indicator: "a", name: "Tỷ lệ", unit: "%", definition: definition as unknown as IndicatorDefinition, figures: [], shared_from: null, withheld: false, counted };
  return { ...made, ...part } as unknown as SubmissionGridRow;
}

describe("what is counted", () => {
  it("is said with its origin", () => {
    expect(countedText(counted, percent)).toBe("3 / 4 = 75%");
    expect(countedText(alone, percent)).toBe("3");
    expect(countedText({ ...counted, numerator: 0, denominator: 0, value: null }, percent)).toBe(`0 / 0: ${t.counted.nothing}`);
    expect(originText(counted)).toBe("Kết quả được ứng dụng / đã đánh giá ứng dụng, từ 01/01/2026 đến 31/12/2026");
    expect(originText(alone)).toBe("Kết quả được ứng dụng, đến 31/12/2026");
    expect(computedText({ numerator: "applied", denominator: "accepted", scope: "agency" })).toBe(
      "Kết quả được ứng dụng / đã nghiệm thu; do cơ quan nhập số liệu quản lý",
    );
  });

  it("goes into the cells with its source, and never over another source", () => {
    const taken = countedCells(counted, emptyCells);
    expect(taken).toMatchObject({ numerator: "3", denominator: "4", value: "", reason: "" });
    expect(taken.source).toBe(t.counted.source(originText(counted)));
    expect(countedCells(counted, { ...emptyCells, source: "Báo cáo" }).source).toBeUndefined();
    expect(countedCells(alone, emptyCells)).toMatchObject({ numerator: "", denominator: "", value: "3" });
  });

  it("is offered only where it can be taken", () => {
    expect(isOffered(row(), "actual")).toBe(true);
    expect(isOffered(row({ counted: { ...counted, denominator: 0, value: null } }), "actual")).toBe(false);
    expect(isOffered(row({ counted: null }), "actual")).toBe(false);
    expect(isOffered(row({ shared_from: "b" }), "actual")).toBe(false);
    expect(refusalOf(row(), "actual", "numerator")).toBeNull();
  });

  it("agrees with what is typed, part by part", () => {
    expect(agreesWithCount(row(), { ...emptyCells, numerator: "3", denominator: "4" })).toBe(true);
    expect(agreesWithCount(row(), { ...emptyCells, numerator: "6", denominator: "8" })).toBe(false);
    expect(agreesWithCount(row(), emptyCells)).toBe(false);
    expect(agreesWithCount(row({ counted: alone }), { ...emptyCells, value: "3" })).toBe(true);
  });

  it("differing from it is a finding in words", () => {
    const text = findingText({ kind: "counted", importance: "warning", value: 60, low: null, high: null, previous: 75, median: null, deviation: null, figures: null });
    expect(text).toContain("60");
    expect(text).toContain("75");
  });
});

describe("the field of a definition", () => {
  const read = (raw: unknown) => (computedField.kind === "own" ? computedField.own.read(raw) : null);

  it("is left out where nothing is counted", () => {
    expect(read(computedValue(null))).toBeUndefined();
    expect(read(computedValue({ numerator: "accepted", scope: "agency" }))).toEqual({ numerator: "accepted", scope: "agency" });
    const whole = { numerator: "applied", denominator: "accepted", scope: "province" } as const;
    expect(read(computedValue(whole))).toEqual(whole);
  });

  it("is no share of itself", () => {
    expect(() => read({ numerator: "applied", denominator: "applied", scope: "province" })).toThrow(Fault);
  });
});

describe("shares", () => {
  it("are whole percent, and nothing of nothing", () => {
    expect(shareText(1, 3)).toBe("33%");
    expect(shareText(0, 0)).toBe("");
  });
});
