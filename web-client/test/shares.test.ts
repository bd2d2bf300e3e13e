import { describe, expect, it } from "vitest";
import type { Indicator, IndicatorDefinition, IndicatorSeries, ShareDifference, Target } from "../src/api/types";
import { withCells } from "../src/grid/sheet";
import { definitionOf, itemsOf, nothingCommon, saysSomething, sorted } from "../src/pages/indicators/define-many";
import { faultOf, faultsOf, leftOver, readyFrom, rowsOf, shareSheet, storedCells, sumsOf, sumText, yearsOf } from "../src/pages/shares/model";
import { nameColumn, pasteNamed } from "../src/pages/shares/named-block";

const target = (year: number, value: number | null, text = `≥ ${value}`): Target =>
  ({ year, text, comparator: value === null ? "text" : ">=", value, unit: null, parts: [] }) as Target;
const set = (agency: string | null, targets: Target[], sequence: number, inForce = true) => ({ agency, targets, sequence, in_force: inForce });
const series = {
  indicator: "i1",
  sequence: 90,
  status_date: "2026-05-01",
  submitters: ["xa-a", "xa-b", "xa-c"],
  targets: [target(2026, 50), target(2030, 90)],
  target_sets: [
    set(null, [target(2026, 50)], 1),
    set("xa-a", [target(2026, 10)], 7, false),
    set("xa-a", [target(2026, 12.5), target(2027, null, "theo kế hoạch")], 8),
    set("so-cu", [target(2026, 5)], 9),
  ],
} as unknown as IndicatorSeries;
const names: Record<string, string> = { "xa-a": "UBND xã A", "xa-b": "UBND xã B", "xa-c": "UBND phường C" };
const rows = rowsOf(series, (id) => names[id] ?? id, (id) => id.toUpperCase());
const years = yearsOf(series, rows, 2026);
const sheet = shareSheet(years);

describe("the table of shares", () => {
  it("has the agencies that submit, with the share in force", () => {
    expect(rows.map((row) => [row.agency, row.sequence])).toEqual([["xa-a", 8], ["xa-b", 0], ["xa-c", 0]]);
    expect(storedCells(rows[0]!, years)).toEqual({ "2026": "12,5", "2027": "theo kế hoạch", "2028": "", "2029": "", "2030": "" });
    expect(leftOver(series)).toEqual(["so-cu"]);
  });

  it("has the years to the last target, five at least and ten at most", () => {
    expect(years).toEqual(["2026", "2027", "2028", "2029", "2030"]);
    expect(yearsOf({ ...series, targets: [target(2045, 1)] }, [], 2026)).toHaveLength(10);
    expect(yearsOf({ ...series, targets: [] }, [], 2026)).toHaveLength(5);
  });
});

describe("typing shares", () => {
  it("makes one item of each agency, with the years that stay", () => {
    const edits = withCells(sheet, withCells(sheet, {}, rows[0]!, { "2026": "20" }), rows[1]!, { "2028": "1.000" });
    const ready = readyFrom(rows, edits, series, "higher");
    expect(ready.map((one) => one.item)).toEqual([
      {
        subject: "indicator/i1",
        based_on: 90,
        agency: "xa-a",
        targets: [{ year: 2026, text: "≥ 20", comparator: ">=", value: 20 }, target(2027, null, "theo kế hoạch")],
      },
      { subject: "indicator/i1", based_on: 90, agency: "xa-b", targets: [{ year: 2028, text: "≥ 1.000", comparator: ">=", value: 1000 }] },
    ]);
  });

  it("takes a year away, but not the last", () => {
    const edits = withCells(sheet, {}, rows[0]!, { "2027": "" });
    expect(faultsOf(rows[0]!, edits["xa-a"]!.cells)).toEqual({});
    expect(readyFrom(rows, edits, series, "higher")[0]!.item.targets).toEqual([target(2026, 12.5)]);
    const none = withCells(sheet, edits, rows[0]!, { "2026": "" });
    expect(Object.keys(faultsOf(rows[0]!, none["xa-a"]!.cells))).toEqual(["2026"]);
  });

  it("says which number is unclear or none", () => {
    const edits = withCells(sheet, {}, rows[0]!, { "2026": "0.6", "2028": "khoảng" });
    expect(Object.keys(faultsOf(rows[0]!, edits["xa-a"]!.cells))).toEqual(["2026", "2028"]);
  });

  it("notices that somebody else assigned", () => {
    const edits = withCells(sheet, {}, rows[1]!, { "2026": "4" });
    expect(sheet.isOvertaken(rows[1]!, edits["xa-b"]!)).toBe(false);
    expect(sheet.isOvertaken({ ...rows[1]!, sequence: 95 }, edits["xa-b"]!)).toBe(true);
  });

  it("shows the server's word at its year", () => {
    const ready = readyFrom(rows, withCells(sheet, {}, rows[0]!, { "2028": "4" }), series, "higher")[0]!;
    const said = (pointer: string) => ({ errors: [{ pointer, detail: "Không được" }], detail: null }) as unknown as ShareDifference["items"][number];
    expect(faultOf(ready, said("/targets/2/year"))).toEqual({ "2028": "Không được" });
    expect(faultOf(ready, said("/agency"))).toEqual({ "2026": "Không được" });
  });
});

describe("what shares add up to", () => {
  it("is held against the whole as it is typed", () => {
    const edits = withCells(sheet, {}, rows[1]!, { "2026": "17,5" });
    const [first] = sumsOf(rows, edits, series, years);
    expect(first).toEqual({ year: "2026", sum: 30, agencies: 2, target: 50 });
    expect(sumText(first!)).toBe("30/50, còn 20 chưa giao");
    expect(sumText({ sum: 50, agencies: 2, target: 50 })).toBe("50/50, vừa đủ");
    expect(sumText({ sum: 50.1, agencies: 2, target: 50 })).toBe("50,1/50, vượt 0,1");
    expect(sumText({ sum: 3, agencies: 1, target: null })).toBe("3");
    expect(sumText({ sum: 0, agencies: 0, target: 50 })).toBe("");
  });
});

describe("a block with names of agencies", () => {
  const namesOf = (id: string) => (id === "xa-c" ? ["Phường C"] : []);

  it("is one where most lines name something before their numbers", () => {
    expect(nameColumn([["Xã A", "1"], ["Xã B", "2"]])).toBe(0);
    expect(nameColumn([["1", "Xã A", "1"], ["2", "Xã B", "2"]])).toBe(1);
    expect(nameColumn([["1", "2"], ["3", "4"]])).toBeNull();
    expect(nameColumn([["Xã A"], ["Xã B"]])).toBeNull();
  });

  it("goes to the rows that it names, and says whom it does not find", () => {
    const block = [["phường c", "7", "8"], ["UBND xã Z", "1", "1"], ["ubnd XÃ a", "5", "bảy"]];
    const pasted = pasteNamed(sheet, {}, rows, "2026", block, namesOf)!;
    expect(pasted.edits["xa-c"]!.cells).toMatchObject({ "2026": "7", "2027": "8" });
    expect(pasted.edits["xa-a"]!.cells).toMatchObject({ "2026": "5", "2027": "theo kế hoạch" });
    expect(pasted.refused.map((one) => one.text)).toEqual(["UBND xã Z", "bảy"]);
    expect(pasteNamed(sheet, {}, rows, "2026", [["1", "2"]], namesOf)).toBeNull();
  });
});

describe("definitions of many indicators", () => {
  const now = { version: 3, in_force: true, sequence: 12, valid_from: "2025-01-01", document: "qd-1", unit: "Thôn", frequency: "year", combine: "single", submitters: ["xa-a"] } as unknown as IndicatorDefinition;
  const basis = { valid_from: "2026-07-01", document: "qd-2" };
  const common = { ...nothingCommon, frequency: "quarter" };

  it("change what is said of all, and keep the rest", () => {
    expect(definitionOf(now, common, basis)).toEqual({ ...basis, unit: "Thôn", frequency: "quarter", combine: "single", submitters: ["xa-a"] });
    expect(saysSomething(nothingCommon)).toBe(false);
    expect(saysSomething(common)).toBe(true);
  });

  it("are made of the chosen rows", () => {
    const list = [{ id: "a", definition: now, sequence: 5 }, { id: "b", definition: now, sequence: 6 }, { id: "c", definition: null, sequence: 7 }] as Indicator[];
    const items = itemsOf(list, new Set(["b", "c"]), common, basis);
    expect(items.map((item) => [item.subject, item.based_on])).toEqual([["indicator/b", 6]]);
    const said = [{ outcome: "refused", errors: [], detail: "Không cộng được" }] as unknown as Parameters<typeof sorted>[1];
    expect(sorted(items, said)).toEqual({ good: [], unchanged: 0, refused: [{ id: "b", why: "Không cộng được" }] });
    expect(sorted(items, [{ outcome: "accepted" }] as unknown as Parameters<typeof sorted>[1]).good).toHaveLength(1);
  });
});
