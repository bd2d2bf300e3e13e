import { describe, expect, it } from "vitest";
import type { BaselineDifferenceItem, Indicator } from "../src/api/types";
import { DocumentBook } from "../src/grid/documents";
import { judged } from "../src/grid/judged";
import { paste, rebased, withCells } from "../src/grid/sheet";
import { baselineSheet, faultOf, faultsOf, readyFrom, rowsOf, storedCells } from "../src/pages/baselines/model";
import { readSheet, sheetLine } from "../src/pages/baselines/sheet";

const book = new DocumentBook([]);
const whole = { agency: null, year: 2025 };

function row(id: string, part: Partial<Indicator> = {}): Indicator {
  const made: Partial<Indicator> = {
    id,
    programme: "lao-cai-de-an-11",
    heading: false,
    name: `Chỉ tiêu ${id}`,
    definition: { direction: "higher" } as Indicator["definition"],
    baselines: [],
    sequence: 7,
    ...part,
  };
  return made as Indicator;
}
const known = { agency: null, year: 2025, value: 37.6, document: null, sequence: 9, findings: [] };
const rows = [row("a"), row("b", { baselines: [known, { ...known, agency: "so-khcn", value: 12 }] }), row("c")];
const sheet = baselineSheet({ scope: whole, book, writable: (one) => one.id !== "c" });

describe("the rows of a table of baselines", () => {
  it("are those that a number says", () => {
    const words = { direction: "text" } as Indicator["definition"];
    expect(rowsOf([...rows, row("d", { heading: true, definition: null }), row("e", { definition: words })]).map((one) => one.id)).toEqual(["a", "b", "c"]);
  });

  it("show what is known of whom and of which year", () => {
    expect(storedCells(rows[1]!, whole).value).toBe("37,6");
    expect(storedCells(rows[1]!, { agency: "so-khcn", year: 2025 }).value).toBe("12");
    expect(storedCells(rows[1]!, { agency: null, year: 2024 }).value).toBe("");
  });
});

describe("typing baselines", () => {
  it("keeps what differs, and nothing of what says the same again", () => {
    const edits = withCells(sheet, {}, rows[1]!, { value: "40" });
    expect(edits["b"]).toEqual({ cells: { value: "40", document: "" }, seen: 9 });
    expect(withCells(sheet, edits, rows[1]!, { value: "37,6" })).toEqual({});
  });

  it("says which number is unclear, none, or missing", () => {
    expect(faultsOf({ value: "0.6", document: "" }, book).value).toContain("0.6");
    expect(faultsOf({ value: "khoảng", document: "" }, book).value).toContain("không phải là số");
    expect(faultsOf({ value: "", document: "99/QĐ" }, book)).toEqual({ value: expect.any(String), document: expect.any(String) });
    expect(faultsOf({ value: "9.615.243", document: "" }, book)).toEqual({});
  });

  it("notices that somebody else wrote, and goes on from there when asked to", () => {
    const edits = withCells(sheet, {}, rows[0]!, { value: "40" });
    const now = row("a", { baselines: [{ ...known, sequence: 12 }] });
    expect(sheet.isOvertaken(rows[0]!, edits["a"]!)).toBe(false);
    expect(sheet.isOvertaken(now, edits["a"]!)).toBe(true);
    expect(sheet.isOvertaken(now, rebased(sheet, edits, now)["a"]!)).toBe(false);
  });
});

describe("pasting a block of baselines", () => {
  it("goes down from the cell; refused cells say why", () => {
    const pasted = paste(sheet, {}, rows, { row: 0, column: "value" }, [["40"], ["0.6"], ["50"], ["60"]]);
    expect([pasted.rows, pasted.cells]).toEqual([2, 2]);
    expect(pasted.edits["b"]?.cells.value).toBe("0.6");
    expect(pasted.refused.map((cell) => cell.row)).toEqual([2, 3]);
    expect(paste(sheet, {}, rows, { row: 0, column: "value" }, [["khoảng 40"]]).refused[0]?.why).toBe("không phải là số");
    expect(paste(sheet, {}, rows, { row: 0, column: "document" }, [["99/QĐ", "x"]]).refused[0]?.column).toBeNull();
  });
});

describe("sending baselines", () => {
  const edits = withCells(sheet, withCells(sheet, {}, rows[0]!, { value: "40" }), rows[1]!, { value: "50" });

  it("makes one item a row, with its agency where it is of one", () => {
    expect(readyFrom(rows, edits, whole).map((one) => one.item)).toEqual([
      { subject: "indicator/a", based_on: 7, year: 2025, value: 40 },
      { subject: "indicator/b", based_on: 7, year: 2025, value: 50 },
    ]);
    expect(readyFrom(rows, edits, { agency: "so-khcn", year: 2025 })[0]?.item.agency).toBe("so-khcn");
  });

  it("puts the server's word at its row", () => {
    const ready = readyFrom(rows, edits, whole);
    const said = { subject: "", agency: null, year: 2025, type: null, rule: null, detail: "Sai", errors: [], findings: [], row: null, item: null };
    const answer = judged(ready, [{ ...said, outcome: "refused" as const }, { ...said, outcome: "unchanged" as const }], faultOf);
    expect(answer.faults).toEqual({ a: { value: "Sai" } });
    expect([answer.good.length, answer.same.length]).toEqual([0, 1]);
  });
});

describe("a filled-in sheet of baselines", () => {
  const range = { kind: "range", importance: "warning", value: 137.6, low: 0, high: 100, previous: null, median: null, deviation: null, figures: null } as const;
  function line(id: string, part: Partial<BaselineDifferenceItem> = {}): BaselineDifferenceItem {
    const item = { subject: `indicator/${id}`, based_on: 7, year: 2025, value: 37.6 };
    return { subject: item.subject, agency: null, year: 2025, outcome: "accepted", type: null, rule: null, detail: null, errors: [], findings: [], row: 4, item, ...part };
  }
  const later = { subject: "indicator/b", based_on: 7, year: 2025, value: 137.6, document: { later: "2099-12-01" } };

  it("fills the rows of the table, and passes over what stands", () => {
    const read = readSheet(rows, [line("a"), line("b", { item: later, findings: [range] }), line("c", { outcome: "unchanged" }), line("elsewhere")]);
    expect(read.cells).toEqual({ a: { value: "37,6" }, b: { value: "137,6", document: "sau 01/12/2099" } });
    expect([read.taken, read.refused.length, read.questioned.length]).toEqual([2, 0, 1]);
  });

  it("puts a refused row in where it can be read, and says why it was refused", () => {
    const bad = line("a", { outcome: "refused", detail: "Không đạt", errors: [{ pointer: "/value", detail: "Không đạt" }], findings: [range] });
    const unread = line("b", { outcome: "refused", detail: "“0.6” có thể hiểu theo nhiều cách", item: null });
    const read = readSheet(rows, [bad, unread]);
    expect(Object.keys(read.cells)).toEqual(["a"]);
    expect(read.refused).toEqual([bad, unread]);
    expect(sheetLine(bad, "Phủ sóng 5G", (row) => `Dòng ${row} của tệp`)).toBe("Dòng 4 của tệp: Phủ sóng 5G: Không đạt");
    expect(sheetLine(line("b", { findings: [range] }), "Chỉ tiêu b", String)).toBe("4: Chỉ tiêu b: 137,6 ngoài khoảng 0 đến 100");
  });
});
