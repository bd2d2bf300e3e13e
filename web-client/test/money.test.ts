import { describe, expect, it } from "vitest";
import type { Change } from "../src/api/types";
import { sentence } from "../src/meaning/history";
import { fieldName, inWords } from "../src/meaning/values";
import { directory } from "./fixtures";
import { readMoney, typedMoney } from "../src/format/money";
import { cellKey, cellsOf, closes, columnSum, paste, readCells, rowSum, total, unassigned, type Matrix } from "../src/pages/budget/matrix";

describe("an amount as typed", () => {
  it("is read in its unit, to the đồng", () => {
    expect(readMoney({ text: "414.600", unit: "million" })).toEqual({ amount: 414_600_000_000 });
    expect(readMoney({ text: "37,6", unit: "million" })).toEqual({ amount: 37_600_000 });
    expect(readMoney({ text: "1.234,567891", unit: "million" })).toEqual({ amount: 1_234_567_891 });
    expect(readMoney({ text: "1.234.567", unit: "dong" })).toEqual({ amount: 1_234_567 });
    expect(readMoney({ text: "2,5", unit: "billion" })).toEqual({ amount: 2_500_000_000 });
  });

  it("takes a unit written behind it", () => {
    expect(readMoney({ text: "1,5 tỷ", unit: "dong" })).toEqual({ amount: 1_500_000_000 });
    expect(readMoney({ text: "300 triệu đồng", unit: "dong" })).toEqual({ amount: 300_000_000 });
    expect(readMoney({ text: "500.000 đ", unit: "million" })).toEqual({ amount: 500_000 });
  });

  it("is refused where it could mean two things, has parts of a đồng or is too large", () => {
    for (const text of ["37.6", "0.6", "1,234.5", "-5", "abc"]) expect(readMoney({ text, unit: "million" })).toEqual({ fault: "number" });
    expect(readMoney({ text: "0,5", unit: "dong" })).toEqual({ fault: "whole" });
    expect(readMoney({ text: "0,1234567", unit: "million" })).toEqual({ fault: "whole" });
    expect(readMoney({ text: "1.000.000.001", unit: "million" })).toEqual({ fault: "large" });
    expect(readMoney({ text: " ", unit: "dong" })).toBeNull();
  });

  it("comes back as it was typed", () => {
    expect(typedMoney(414_600_000_000, "million")).toBe("414.600");
    expect(typedMoney(1_234_567_891, "million")).toBe("1.234,567891");
  });
});

const matrix: Matrix = { rows: ["central-budget", "provincial-budget"], columns: ["2026", "2027"] };
const needs = new Map([
  ["2026", 10_000_000],
  ["2027", 20_000_000],
]);

describe("the matrix of sources", () => {
  const cells = { "central-budget 2026": "4", "provincial-budget 2026": "6", "provincial-budget 2027": "12,5" };

  it("sums by row, by column and in all, and says what is not assigned", () => {
    const { amounts, faults } = readCells(matrix, cells);
    expect(faults).toEqual({});
    expect(columnSum(matrix, amounts, "2026")).toBe(10_000_000);
    expect(rowSum(matrix, amounts, "provincial-budget")).toBe(18_500_000);
    expect(total(matrix, amounts)).toBe(22_500_000);
    expect([...unassigned(matrix, amounts, needs)]).toEqual([
      ["2026", 0],
      ["2027", 7_500_000],
    ]);
  });

  it("closes unless a cell cannot be read or a year has more than its need", () => {
    expect(closes(matrix, readCells(matrix, cells), needs)).toBe(true);
    expect(closes(matrix, readCells(matrix, { ...cells, "central-budget 2027": "7,500001" }), needs)).toBe(false);
    expect(closes(matrix, readCells(matrix, { ...cells, "central-budget 2027": "0.6" }), needs)).toBe(false);
  });

  it("takes a block from Excel at a cell; what falls outside is counted", () => {
    const pasted = paste(matrix, {}, { row: "central-budget", column: "2026" }, [
      ["4", "-"],
      ["6 triệu đồng", "12,5", "9"],
    ]);
    expect(pasted.cells).toEqual({ [cellKey("central-budget", "2026")]: "4", "central-budget 2027": "", "provincial-budget 2026": "6", "provincial-budget 2027": "12,5" });
    expect([pasted.taken, pasted.skipped]).toEqual([4, 1]);
  });

  it("gives amounts back as they would be typed", () => {
    expect(cellsOf(new Map([["central-budget 2026", 37_600_000]]))).toEqual({ "central-budget 2026": "37,6" });
  });
});

describe("a history of money", () => {
  it("says amounts with their unit, years as years, and no id that says nothing", () => {
    expect(fieldName("allocation 01k4q2v7m3x9c5e8h1n6t0b4zd", "budget-line")).toBe("vốn đã giao");
    expect(inWords("allocation 01k4q2v7m3x9c5e8h1n6t0b4zd", 414_600_000_000, directory)).toBe("414.600 triệu đồng");
    expect(inWords("budget_year", 2026, directory)).toBe("2026");
    const row = { year: 2026, funding_source: "central-budget", amount: 37_600_000 };
    expect(inWords("sources", [row], directory)).toBe("2026, Ngân sách Trung ương: 37,6 triệu đồng");
    expect(inWords("kind", "advance-recovery", directory)).toBe("Thu hồi tạm ứng");
  });

  it("tells a payment from its record", () => {
    const changes = [
      { field: "kind", old: null, new: "payment" },
      { field: "amount", old: null, new: 5_000_000 },
    ] as unknown as Change[];
    expect(sentence({ type: "vn.luuvet.budget-line.disbursed.v1", changes }, directory)).toBe("ghi thanh toán 5 triệu đồng");
  });
});
