import { describe, expect, test } from "vitest";
import { figureValues, fixedFigures, hasFigures } from "../src/pages/import/figures";
import type { ImportRow } from "../src/pages/import/plan-import";

const indicator = {
  of: "indicators",
  kind: "new",
  is_group: false,
  key: "0.3",
  values: [{ year: 2026, text: "≥ 60%" }],
  cells: [
    { year: 2026, text: "≥ 60%" },
    { year: 2030, text: "" },
  ],
} as unknown as ImportRow;
const line = {
  of: "budget-lines",
  kind: "changed",
  is_group: false,
  key: "1.4",
  values: [
    { year: null, text: "1200000000" },
    { year: 2026, text: "600000" },
  ],
  cells: [
    { year: null, text: "1.200" },
    { year: 2026, text: "0.6" },
  ],
} as unknown as ImportRow;

describe("figures of a row of a file", () => {
  test("only rows with figures have them", () => {
    expect(hasFigures(indicator)).toBe(true);
    expect(hasFigures({ ...line, kind: "gone" } as ImportRow)).toBe(false);
    expect(hasFigures({ ...line, of: "tasks" } as ImportRow)).toBe(false);
    expect(hasFigures({ ...line, is_group: true } as ImportRow)).toBe(false);
  });
  test("a target is sent as it is written, blank as nothing", () => {
    const before = figureValues(indicator);
    expect(before).toEqual(["≥ 60%", ""]);
    expect(fixedFigures(indicator, before, ["≥ 65%", ""], undefined)).toEqual([{ year: 2026, text: "≥ 65%" }]);
    expect(fixedFigures(indicator, before, ["", ""], undefined)).toEqual([{ year: 2026 }]);
  });
  test("money is sent in đồng, what is no amount is not", () => {
    const before = figureValues(line);
    expect(before[0]).toEqual({ text: "1.200", unit: "million" });
    expect(fixedFigures(line, before, [before[0] ?? "", { text: "600", unit: "million" }], undefined)).toEqual([{ year: 2026, amount: 600_000_000 }]);
    expect(fixedFigures(line, before, [{ text: "abc", unit: "million" }, before[1] ?? ""], undefined)).toBeNull();
  });
  test("earlier corrections stay, of a year the last counts", () => {
    const before = figureValues(indicator);
    const fix = { key: "0.3", figures: [{ year: 2026, text: "≥ 61%" }, { year: 2030, text: "≥ 90%" }] };
    expect(fixedFigures(indicator, before, ["≥ 65%", ""], fix)).toEqual([
      { year: 2030, text: "≥ 90%" },
      { year: 2026, text: "≥ 65%" },
    ]);
  });
});
