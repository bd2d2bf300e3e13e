import { describe, expect, it } from "vitest";
import { bodyOf } from "../src/forms/convert";
import { targetOfLine, Unclear } from "../src/forms/targets";

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
    expect(targetOfLine("2030: 5 trung tâm (3 + 2)", known)).toEqual({ ...known[0] });
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
