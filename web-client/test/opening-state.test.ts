import { describe, expect, it } from "vitest";
import { parseBlock } from "../src/grid/block";
import { DocumentBook, laterDay } from "../src/grid/documents";
import { paste, toldCells, withCells } from "../src/grid/sheet";
import { faultsOf, isOvertaken, itemOf, openingSheet, stateOf, type Edits } from "../src/pages/opening-state/model";
import { assignment, document } from "./fixtures";

const book = new DocumentBook([
  document({ id: "44-kh-ubnd", number: "44/KH-UBND", issuer: "UBND tỉnh" }),
  document({ id: "215-kh-ubnd", number: "215/KH-UBND", issuer: "UBND tỉnh" }),
  document({ id: "215-khac", number: "215/KH-UBND", issuer: "UBND xã" }),
  document({ id: "chua-so", number: null, abstract: "Quy chế hoạt động" }),
]);

const sheet = openingSheet(book);
const rows = [
  assignment({ id: "a.joint" }),
  assignment({ id: "b.joint", started_on: "2026-02-01" }),
  assignment({ id: "c.joint", sequence: 33 }),
];
const opening = {
  sequence: 40,
  status: "in-progress",
  percent: 30,
  completed_on: null,
  document: null,
  note: null,
  confirmed: false,
} as const;

describe("a pasted block", () => {
  it.each([
    ["status", "đang thực hiện", "in-progress"],
    ["status", "DA HOAN THANH", "completed"],
    ["status", "linh tinh", null],
    ["percent", "35%", "35"],
    ["percent", "ba lăm", null],
    ["completed_on", "5/2/2026", "05/02/2026"],
    ["completed_on", "31/02/2026", null],
    ["percent", "0.6", "0.6"],
    ["note", "ghi chú", "ghi chú"],
    ["document", "44/kh-ubnd", "44-kh-ubnd"],
    ["document", "45/KH-UBND", "45/KH-UBND"],
    ["document", "sau 30/12/2026", "sau 30/12/2026"],
  ] as const)("%s: %s", (column, text, value) => expect(sheet.take(rows[0]!, column, text)).toEqual(value === null ? { why: expect.any(String) } : { cell: value }));

  it("goes to the right and down, past rows that cannot be written, and says what it left out", () => {
    const pasted = paste(
      sheet,
      {},
      rows,
      { row: 0, column: "status" },
      parseBlock("Hoàn thành\t\t20/6/2026\nHoàn thành\t\t20/6/2026\nĐang thực hiện\t40\nthừa\t1"),
    );
    expect(Object.keys(pasted.edits)).toEqual(["a.joint", "c.joint"]);
    expect(pasted.edits["c.joint"]).toMatchObject({ cells: { status: "in-progress", percent: "40" }, basedOn: 33, opening: null });
    expect(pasted).toMatchObject({ rows: 2, cells: 5 });
    expect(pasted.refused.map((one) => [one.row, one.column])).toEqual([
      [1, "status"],
      [1, "completed_on"],
      [3, "status"],
      [3, "percent"],
    ]);
  });
});

describe("a row", () => {
  it("that says again what is stored is no edit", () => {
    const row = assignment({ id: "d.joint", opening });
    const edited = withCells(sheet, {}, row, { percent: "50" });
    expect(edited["d.joint"]?.cells.percent).toBe("50");
    expect(withCells(sheet, edited, row, { percent: "30" })).toEqual({});
  });

  it("is overtaken by another entry or a confirmation, not by other events", () => {
    const edits: Edits = withCells(sheet, {}, assignment({ id: "d.joint", opening }), { percent: "50" });
    const edit = edits["d.joint"]!;
    expect(isOvertaken(assignment({ sequence: 99, opening }), edit)).toBe(false);
    expect(isOvertaken(assignment({ opening: { ...opening, sequence: 41 } }), edit)).toBe(true);
    expect(isOvertaken(assignment({ opening: { ...opening, confirmed: true } }), edit)).toBe(true);
  });

  it("tells what somebody else wrote, in words", () => {
    expect(toldCells(sheet, assignment({ opening: { ...opening, document: "44-kh-ubnd" } }))).toBe("Hiện trạng: Đang thực hiện; %: 30; Văn bản: 44/KH-UBND");
  });

  it("has a state", () => {
    expect(stateOf(rows[0]!)).toBe("missing");
    expect(stateOf(rows[1]!)).toBe("working");
    expect(stateOf(assignment({ opening }))).toBe("entered");
  });

  it.each([
    [{ status: "completed", percent: "", completed_on: "", document: "", note: "" }, ["completed_on"]],
    [{ status: "", percent: "50", completed_on: "", document: "", note: "" }, ["status"]],
    [{ status: "in-progress", percent: "101", completed_on: "1/1/2026", document: "", note: "" }, ["completed_on", "percent"]],
    [{ status: "completed", percent: "100", completed_on: "21/4/2026", document: "", note: "" }, ["completed_on"]],
    [{ status: "in-progress", percent: "50%", completed_on: "", document: "sau 30/12/2026", note: "" }, []],
    [{ status: "in-progress", percent: "50%", completed_on: "", document: "45/KH", note: "" }, ["document"]],
  ])("%o", (cells, columns) => expect(Object.keys(faultsOf(cells, "2026-04-20", book)).sort()).toEqual(columns));

  it("is sent with what was typed and what it was based on", () => {
    const edit = {
      cells: { status: "in-progress", percent: "50%", completed_on: "", document: "44-kh-ubnd", note: " x " },
      basedOn: 33,
      opening: null,
    };
    expect(itemOf("c.joint", edit)).toEqual({
      subject: "assignment/c.joint",
      based_on: 33,
      status: "in-progress",
      percent: 50,
      document: "44-kh-ubnd",
      note: "x",
    });
    const later = { ...edit, cells: { ...edit.cells, document: "bổ sung sau 5/12/2026" } };
    expect(itemOf("c.joint", later).document).toEqual({ later: "2026-12-05" });
  });
});

describe("the document of a row", () => {
  it("is found by its number however it is spelt, and shown by it", () => {
    expect(book.cell("44 kh ubnd")).toBe("44-kh-ubnd");
    expect(book.shown("44-kh-ubnd")).toBe("44/KH-UBND");
    expect(book.shown("chua-so")).toBe("Quy chế hoạt động");
  });

  it("is named with its issuer where two have the same number", () => {
    expect(book.shown("215-khac")).toBe("215/KH-UBND (UBND xã)");
    expect(book.knows(book.cell("215/KH-UBND"))).toBe(false);
    expect(book.cell("215/KH-UBND (UBND xã)")).toBe("215-khac");
  });

  it("keeps the letters of a number that is half typed", () => {
    expect(book.cell("44/KH")).toBe("44/KH");
    expect(book.knows("44/KH")).toBe(false);
  });

  it("may follow later", () => {
    expect(laterDay("sau 1/12/2026")).toBe("2026-12-01");
    expect(laterDay("sau 31/02/2026")).toBeNull();
  });
});
