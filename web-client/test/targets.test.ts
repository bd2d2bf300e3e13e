import { describe, expect, it } from "vitest";
import { bodyOf } from "../src/forms/convert";
import { targetOfLine, Unclear } from "../src/forms/targets";
import { lineOfTarget } from "../src/meaning/targets";

describe("targets as lines", () => {
  it.each([
    ["2026: ≥ 70", { year: 2026, text: "≥ 70", comparator: ">=", value: 70 }],
    ["2026: >= 70,5%", { year: 2026, text: ">= 70,5%", comparator: ">=", value: 70.5 }],
    ["2030: 9-10", { year: 2030, text: "9-10", comparator: "range", value: [9, 10] }],
    ["2030: 100", { year: 2030, text: "100", comparator: "=", value: 100 }],
    ["2030: 1.200 doanh nghiệp", { year: 2030, text: "1.200 doanh nghiệp", comparator: "=", value: 1200 }],
    ["2027: hạng 20", { year: 2027, text: "hạng 20", comparator: "rank", value: 20 }],
    ["2026: Hoàn thành", { year: 2026, text: "Hoàn thành", comparator: "done" }],
    ["2026: Thuộc nhóm trung bình khá", { year: 2026, text: "Thuộc nhóm trung bình khá", comparator: "text" }],
  ])("%s", (line, target) => expect(targetOfLine(line, [])).toEqual(target));

  it.each(["≥ 70", "2026", "26: 70", "2026:  "])("%s is no target", (line) => expect(targetOfLine(line, [])).toBeNull());

  it.each(["2026: ≤ 0.6", "2030: 0.5-0.9"])("%s is asked about", (line) => {
    expect(() => targetOfLine(line, [])).toThrow(Unclear);
    const spec = { fields: [{ name: "targets", kind: "targets", known: [], label: "" } as const] };
    expect(bodyOf(spec, { targets: line }, {}).faults["targets"]).toContain("0,");
  });

  it("what stays in words stays in meaning", () => {
    const parts = [{ text: "3 công lập", comparator: "=" as const, value: 3, unit: null }];
    const known = [{ year: 2030, text: "5 trung tâm (3 + 2)", comparator: "=" as const, value: 5, unit: "Trung tâm", parts }];
    for (const one of known) expect(targetOfLine(lineOfTarget(one), known)).toEqual(one);
    const { parts: _, ...whole } = known[0]!;
    expect(targetOfLine("2030: 5 trung tâm (3 + 2)", known)).toEqual(whole);
  });
});

describe("targets of several parts", () => {
  const printed = [
    { text: "Sở Giáo dục và Đào tạo (3)", comparator: "=" as const, value: 3, unit: null },
    { text: "Sở Khoa học và Công nghệ (2)", comparator: "=" as const, value: 2, unit: null },
  ];
  const spaces = { year: 2030, text: "5", comparator: "=" as const, value: 5, unit: null, parts: printed };
  const doctors = { text: "2 tiến sĩ", comparator: ">=" as const, value: 2, unit: null };
  const named = { year: 2030, text: "tối thiểu 2 tiến sĩ, 10 thạc sỹ", comparator: "text" as const, value: null, unit: null, parts: [doctors, { ...doctors, text: "10 thạc sỹ", value: 10 }] };

  it("stand in brackets behind the whole", () => {
    expect(lineOfTarget(spaces)).toBe("2030: 5 [Sở Giáo dục và Đào tạo (3); Sở Khoa học và Công nghệ (2)]");
    expect(targetOfLine("2030: 5 [Sở GD&ĐT (3); Sở KH&CN (≥ 2)]", [])).toEqual({
      year: 2030,
      text: "5",
      comparator: "=",
      value: 5,
      parts: [
        { text: "Sở GD&ĐT (3)", comparator: "=", value: 3 },
        { text: "Sở KH&CN (≥ 2)", comparator: ">=", value: 2 },
      ],
    });
  });

  it("may stand alone: nothing is added up", () => {
    const alone = targetOfLine("2030: [≥ 2 tiến sĩ; ≥ 10 thạc sĩ]", []);
    expect(alone).toMatchObject({ text: "≥ 2 tiến sĩ; ≥ 10 thạc sĩ", comparator: "text", parts: [{ value: 2 }, { comparator: ">=", value: 10 }] });
    expect(alone).not.toHaveProperty("value");
    expect(lineOfTarget({ year: 2030, text: alone?.text ?? "", parts: alone?.parts ?? [] })).toBe("2030: [≥ 2 tiến sĩ; ≥ 10 thạc sĩ]");
  });

  it("stay what they were where their words stay", () => {
    for (const one of [spaces, named]) {
      const { value, unit: _, ...rest } = one;
      expect(targetOfLine(lineOfTarget(one), [one])).toEqual({ ...rest, ...(value === null ? {} : { value }) });
    }
    expect(targetOfLine("2030: tối thiểu 2 tiến sĩ, 10 thạc sỹ [2 tiến sĩ; 12 thạc sỹ]", [named])).toEqual({
      year: 2030,
      text: named.text,
      comparator: "text",
      parts: [doctors, { text: "12 thạc sỹ", comparator: "=", value: 12 }],
    });
  });

  it("are two at least, each a number; other brackets are words", () => {
    for (const words of ["5 [Sở GD&ĐT (5)]", "5 [xem phụ lục; công văn]", "5 []"]) expect(targetOfLine(`2030: ${words}`, [])).toEqual({ year: 2030, text: words, comparator: "=", value: 5 });
    expect(() => targetOfLine("2030: 5 [A (0.6); B (4)]", [])).toThrow(Unclear);
  });
});

describe("numbers of a form", () => {
  const spec = { fields: [{ name: "value", kind: "number", label: "" } as const] };
  it("goes as it is when it has one reading, and is asked about when it has two", () => {
    expect(bodyOf(spec, { value: "9.615.243" }, {}).body).toEqual({ value: 9615243 });
    expect(bodyOf(spec, { value: "0.6" }, {}).faults["value"]).toContain("0,6");
    expect(bodyOf(spec, { value: "khoảng 5" }, {}).faults["value"]).toBeTruthy();
  });
});
