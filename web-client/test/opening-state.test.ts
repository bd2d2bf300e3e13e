import { describe, expect, it } from "vitest";
import {
  faultsOf,
  isOvertaken,
  itemOf,
  parseBlock,
  paste,
  pastedValue,
  stateOf,
  withCell,
  type Edits,
} from "../src/pages/opening-state/model";
import { assignment } from "./fixtures";

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
  it("is split as Excel writes it", () => {
    expect(parseBlock('Hoàn thành\t100\r\n"Hai\ndòng ""x"""\t\r\n')).toEqual([
      ["Hoàn thành", "100"],
      ['Hai\ndòng "x"', ""],
    ]);
  });

  it.each([
    ["status", "đang thực hiện", "in-progress"],
    ["status", "DA HOAN THANH", "completed"],
    ["status", "linh tinh", null],
    ["percent", "35%", "35"],
    ["percent", "ba lăm", null],
    ["completed_on", "5/2/2026", "05/02/2026"],
    ["completed_on", "31/02/2026", null],
    ["note", " ghi chú ", "ghi chú"],
  ] as const)("%s: %s", (column, text, value) => expect(pastedValue(column, text)).toBe(value));

  it("goes to the right and down, past rows that cannot be written, and counts what it left out", () => {
    const pasted = paste(
      {},
      rows,
      0,
      "status",
      parseBlock("Hoàn thành\t\t20/6/2026\nHoàn thành\t\t20/6/2026\nĐang thực hiện\t40\nthừa\t1"),
    );
    expect(Object.keys(pasted.edits)).toEqual(["a.joint", "c.joint"]);
    expect(pasted.edits["c.joint"]).toMatchObject({ cells: { status: "in-progress", percent: "40" }, basedOn: 33, opening: null });
    expect(pasted).toMatchObject({ rows: 2, cells: 5, skipped: 5 });
  });
});

describe("a row", () => {
  it("that says again what is stored is no edit", () => {
    const row = assignment({ id: "d.joint", opening });
    const edited = withCell({}, row, "percent", "50");
    expect(edited["d.joint"]?.cells.percent).toBe("50");
    expect(withCell(edited, row, "percent", "30")).toEqual({});
  });

  it("is overtaken by another entry or a confirmation, not by other events", () => {
    const edits: Edits = withCell({}, assignment({ id: "d.joint", opening }), "percent", "50");
    const edit = edits["d.joint"]!;
    expect(isOvertaken(assignment({ sequence: 99, opening }), edit)).toBe(false);
    expect(isOvertaken(assignment({ opening: { ...opening, sequence: 41 } }), edit)).toBe(true);
    expect(isOvertaken(assignment({ opening: { ...opening, confirmed: true } }), edit)).toBe(true);
  });

  it("has a state", () => {
    expect(stateOf(rows[0]!)).toBe("missing");
    expect(stateOf(rows[1]!)).toBe("working");
    expect(stateOf(assignment({ opening }))).toBe("entered");
  });

  it.each([
    [{ status: "completed", percent: "", completed_on: "", note: "" }, ["completed_on"]],
    [{ status: "", percent: "50", completed_on: "", note: "" }, ["status"]],
    [{ status: "in-progress", percent: "101", completed_on: "1/1/2026", note: "" }, ["completed_on", "percent"]],
    [{ status: "completed", percent: "100", completed_on: "21/4/2026", note: "" }, ["completed_on"]],
    [{ status: "in-progress", percent: "50%", completed_on: "", note: "" }, []],
  ])("%o", (cells, columns) => expect(Object.keys(faultsOf(cells, "2026-04-20")).sort()).toEqual(columns));

  it("is sent with what was typed and what it was based on", () => {
    const edit = { cells: { status: "in-progress", percent: "50%", completed_on: "", note: " x " }, basedOn: 33, opening: null };
    expect(itemOf("c.joint", edit)).toEqual({ subject: "assignment/c.joint", based_on: 33, status: "in-progress", percent: 50, note: "x" });
  });
});
