import { describe, expect, it } from "vitest";
import type { MeasureSuggestion, PostHeld, ProposedMeasure } from "../src/api/types";
import { checksField, linesOfChecks, type CheckLine } from "../src/forms/check-fields";
import { Fault } from "../src/forms/convert";
import { Directory } from "../src/meaning/directory";
import { boundText } from "../src/meaning/measures";
import { hasWholeCharge, verifiesFigures } from "../src/meaning/relations";
import { inWords } from "../src/meaning/values";
import { fieldText, read, rejecting, removing, stepsOf, taking, textOf, typedOf } from "../src/pages/measures/measure";

const number = (text: string, part: Partial<ProposedMeasure> = {}): ProposedMeasure => ({
  comparator: ">=",
  value: 40,
  unit: "%",
  what: "hồ sơ trực tuyến",
  deliverable: null,
  place: { field: "content", text, nth: 1 },
  begin: 0,
  end: text.length,
  doubtful: false,
  ...part,
});

function row(part: Partial<MeasureSuggestion> = {}): MeasureSuggestion {
  return {
    id: "da11.ii.ix.1.5",
    programme: "lao-cai-de-an-11",
    source: null,
    title: "Ứng dụng công nghệ mới",
    content: "tối thiểu 40% hồ sơ; 100% xã",
    deliverables: [{ text: "03 lớp", kind: "quantity", quantity: 3, unit: "lớp" }],
    lead_agencies: ["so-khcn"],
    numbers: [number("tối thiểu 40%"), number("100%")],
    measures: [],
    rejected: [],
    sequence: 412,
    ...part,
  };
}

describe("a measure in words", () => {
  it("says its bound with its unit", () => {
    expect(boundText(number("x"))).toBe("≥ 40%");
    expect(boundText({ comparator: "range", value: [30, 50], unit: "%" })).toBe("30 đến 50%");
    expect(boundText({ comparator: "<", value: 9615243, unit: "triệu đồng" })).toBe("< 9.615.243 triệu đồng");
    expect(boundText({ comparator: "=", value: 37.6, unit: null })).toBe("= 37,6");
  });
  it("stands so in a history", () => {
    const directory = new Directory([], [], [], "LuuVet");
    expect(inWords("measures", [number("x")], directory)).toBe("≥ 40% hồ sơ trực tuyến");
    expect(inWords("measures_rejected", [{ field: "title", text: "03 lớp", nth: 1 }], directory)).toBe("“03 lớp”");
  });
});

describe("deciding on a number", () => {
  it("goes through the numbers one by one", () => {
    expect(stepsOf([row(), row({ id: "b", numbers: [] })]).map((step) => step.number.place?.text)).toEqual(["tối thiểu 40%", "100%"]);
    expect(textOf(row(), "deliverables/1")).toBe("03 lớp");
    expect(textOf(row(), "deliverables/7")).toBe("");
    expect(fieldText("deliverables/1")).toBe("Sản phẩm 1");
  });
  it("sends the lists as a whole, without what only answers say", () => {
    const taken = taking(row({ rejected: [{ field: "title", text: "5", nth: 1 }] }), number("tối thiểu 40%"));
    expect(taken.rejected).toHaveLength(1);
    expect(taken.measures).toEqual([
      { comparator: ">=", value: 40, unit: "%", what: "hồ sơ trực tuyến", deliverable: null, place: { field: "content", text: "tối thiểu 40%", nth: 1 } },
    ]);
    const of = { ...number("100%"), in_words: true, done: null, reached: null, findings: [] };
    expect(rejecting(row({ measures: [of] }), number("tối thiểu 40%"))).toEqual({
      measures: [expect.not.objectContaining({ done: null })],
      rejected: [{ field: "content", text: "tối thiểu 40%", nth: 1 }],
    });
    expect(removing(row({ measures: [of] }), 0).measures).toEqual([]);
  });
  it("reads what is typed as the offices write it", () => {
    const typed = typedOf(number("x", { value: 37.6 }));
    expect(typed.low).toBe("37,6");
    expect(read({ ...typed, low: "9.615.243" }, null)).toEqual({ measure: expect.objectContaining({ value: 9615243, place: null }) });
    expect(read({ ...typed, low: "0.6" }, null)).toEqual({ faults: { low: expect.stringContaining("37,6") } });
    expect(read({ ...typed, comparator: "range", high: "30", what: " " }, null)).toEqual({ faults: { high: expect.any(String), what: expect.any(String) } });
    expect(read({ ...typed, comparator: "range", high: "50" }, null)).toEqual({ measure: expect.objectContaining({ value: [37.6, 50] }) });
  });
});

describe("the checks of an indicator", () => {
  const lines = (change: (line: CheckLine) => Partial<CheckLine>): CheckLine[] => linesOfChecks([]).map((line) => ({ ...line, ...change(line) }));
  const sent = (values: CheckLine[]): unknown => (checksField.kind === "own" ? checksField.own.read(values) : null);
  it("stand line by line as they are, and are sent as they were", () => {
    const checks = [
      { kind: "range" as const, importance: "error" as const, low: 0, high: 100, parts: [], factor: null },
      { kind: "outlier" as const, importance: "warning" as const, low: null, high: null, parts: [], factor: 0.5 },
      { kind: "history" as const, importance: "warning" as const, low: null, high: null, parts: [], factor: 5 },
    ];
    const shown = linesOfChecks(checks);
    expect(shown.map((line) => line.importance)).toEqual(["error", "", "", "", "warning", "warning"]);
    expect(sent(shown)).toEqual([
      { kind: "range", importance: "error", low: 0, high: 100 },
      { kind: "outlier", importance: "warning", factor: 0.5 },
      { kind: "history", importance: "warning", factor: 5 },
    ]);
  });
  it("say what is missing", () => {
    expect(() => sent(lines((line) => (line.kind === "range" ? { importance: "error" } : {})))).toThrow(Fault);
    expect(() => sent(lines((line) => (line.kind === "range" ? { importance: "error", low: "0.6" } : {})))).toThrow(Fault);
    expect(() => sent(lines((line) => (line.kind === "sum-of-parts" ? { importance: "error" } : {})))).toThrow(Fault);
    expect(sent(lines(() => ({})))).toEqual([]);
  });
});

describe("who decides on figures", () => {
  const post = (role: PostHeld["role"], areas: string[] = []): PostHeld => ({ post: "p", title: "", role, committee: null, areas, capacity: "direct", from: "2026-01-01", to: null });
  it("is no deputy whose post names areas", () => {
    expect(hasWholeCharge([post("head")])).toBe(true);
    expect(hasWholeCharge([post("deputy")])).toBe(true);
    expect(hasWholeCharge([post("deputy", ["cchc"]), post("officer")])).toBe(false);
    expect(verifiesFigures([post("deputy", ["cchc"])])).toBe(false);
    expect(verifiesFigures([post("statistics")])).toBe(true);
  });
});
