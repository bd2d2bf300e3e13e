import { describe, expect, it } from "vitest";
import type { SubmissionDifferenceItem, SubmissionFigure, SubmissionGridRow } from "../src/api/types";
import { DocumentBook } from "../src/grid/documents";
import { judged } from "../src/grid/judged";
import { paste, withCells, type Edits as EditsOf } from "../src/grid/sheet";
import { computed, emptyCells, faultsOf, isWritable, storedCells, type Cells } from "../src/pages/submissions/cells";
import { figureSheet, isOvertaken, itemOf, keyOf, takeSheet, type Edit } from "../src/pages/submissions/edits";
import { editedIn, faultOf, faultsIn, overtakenIn, readyFrom, subjectsOf } from "../src/pages/submissions/sending";
import { periodOptions } from "../src/pages/submissions/periods";

const by = { actor: "01k4q2v7m3x9c5e8h1n6t0b4zd", agency: "so-khcn" };

function figure(part: Partial<SubmissionFigure> = {}): SubmissionFigure {
  return {
    kind: "actual",
    stage: "draft",
    value: 72.5,
    numerator: null,
    denominator: null,
    missing: false,
    reason: null,
    source: "Báo cáo doanh nghiệp",
    evidence: null,
    comment: null,
    returned: false,
    return_reason: null,
    verified_by: null,
    verified_note: null,
    restatements: [],
    findings: [],
    copied: false,
    round: false,
    entered_by: by,
    entered_at: "2026-04-20T02:15:00.123Z",
    sequence: 920,
    ...part,
  };
}

function row(id: string, part: Partial<SubmissionGridRow> = {}, combine: "single" | "rate" = "single"): SubmissionGridRow {
  return {
    indicator: id,
    programme: "lao-cai-de-an-11",
    source: { document: "lao-cai-de-an-11", annex: "I", section: "I", number: "1" },
    name: "Mở rộng phủ sóng 5G",
    unit: "%",
    definition: {
      version: 1,
      valid_from: "2026-01-01",
      document: "qd-12",
      unit: "%",
      direction: "higher",
      formula: null,
      numerator: combine === "rate" ? "Số thôn có phủ sóng" : null,
      denominator: combine === "rate" ? "Tổng số thôn" : null,
      counting: "at-date",
      data_source: null,
      tier: "required",
      implementing_agencies: [],
      tracking_agencies: ["so-khcn"],
      submitters: ["so-khcn"],
      verifier: null,
      frequency: "quarter",
      combine,
      computed_from: null,
      publication: null,
      in_force: true,
      sequence: 900,
    },
    target: null,
    previous: null,
    submission: `${id}.so-khcn.2026-q2`,
    figures: [],
    shared_from: null,
    counted: null,
    counted_in: ["due"],
    withheld: false,
    sequence: 0,
    ...part,
  };
}

const book = new DocumentBook([]);
const actual = figureSheet("actual", book);
const plain = row("a");
const rate = row("b", {}, "rate");
const verified = row("c", { figures: [figure({ stage: "verified" })], sequence: 930 });
const rows = [plain, rate, verified];
const cells = (part: Partial<Cells>): Cells => ({ ...emptyCells, ...part });

describe("the cells of a figure", () => {
  it("wants a number or a reason, never both", () => {
    expect(faultsOf(plain, cells({ value: "37,6" }), book)).toEqual({});
    expect(faultsOf(plain, cells({ reason: "Chưa điều tra" }), book)).toEqual({});
    expect(Object.keys(faultsOf(plain, cells({ source: "Niên giám" }), book))).toEqual(["value"]);
    expect(Object.keys(faultsOf(plain, cells({ value: "1", reason: "Chưa điều tra" }), book))).toEqual(["reason"]);
  });

  it("asks about 0.6, and takes 9.615.243 and 37,6", () => {
    expect(faultsOf(plain, cells({ value: "0.6" }), book).value).toContain("0.6");
    expect(faultsOf(plain, cells({ value: "9.615.243" }), book)).toEqual({});
    expect(faultsOf(plain, cells({ value: "khoảng 40" }), book).value).toBeTruthy();
  });

  it("wants both sides of a rate and shows what it amounts to", () => {
    expect(Object.keys(faultsOf(rate, cells({ numerator: "29" }), book))).toEqual(["denominator"]);
    expect(Object.keys(faultsOf(rate, cells({ numerator: "29", denominator: "0" }), book))).toEqual(["denominator"]);
    expect(computed(rate, cells({ numerator: "29", denominator: "40" }))).toBe(72.5);
  });

  it("says done or not in words", () => {
    const done = row("d");
    done.definition.direction = "done";
    expect(itemOf(done, "actual", { cells: cells({ value: "Chưa hoàn thành" }), figure: null, basedOn: 0 }, false)).toMatchObject({ value: 0 });
    expect(itemOf(done, "actual", { cells: cells({ value: "hoàn thành" }), figure: null, basedOn: 0 }, false)).toMatchObject({ value: 1 });
    expect(faultsOf(done, cells({ value: "có lẽ" }), book).value).toBeTruthy();
    expect(storedCells({ ...done, figures: [figure({ value: 1 })] }, "actual").value).toBe("Hoàn thành");
  });

  it("locks what is approved or entered elsewhere", () => {
    expect(isWritable(plain, "actual")).toBe(true);
    expect(isWritable(verified, "actual")).toBe(false);
    expect(isWritable(verified, "estimate")).toBe(true);
    expect(isWritable({ ...plain, shared_from: "x" }, "actual")).toBe(false);
  });
});

describe("edits of the grid", () => {
  it("a row that says again what is stored is no edit", () => {
    const stored = row("e", { figures: [figure()], sequence: 920 });
    const edits = withCells(actual, {}, stored, { value: "80" });
    expect(Object.keys(edits)).toEqual(["actual e.so-khcn.2026-q2"]);
    expect(withCells(actual, edits, stored, { value: "72,5" })).toEqual({});
  });

  it("knows when somebody else wrote the same figure, and when only another kind", () => {
    const stored = row("e", { figures: [figure()], sequence: 920 });
    const edit = withCells(actual, {}, stored, { value: "80" })[keyOf("actual", stored.submission)];
    if (!edit) throw new Error("no edit");
    expect(isOvertaken({ ...stored, sequence: 940, figures: [figure(), figure({ kind: "estimate", sequence: 940 })] }, "actual", edit)).toBe(false);
    expect(isOvertaken({ ...stored, figures: [figure({ sequence: 950 })] }, "actual", edit)).toBe(true);
  });

  it("makes an item on what stands there now", () => {
    const edit = { cells: cells({ numerator: "29", denominator: "40", comment: "Đã rà soát" }), figure: null, basedOn: 0 };
    expect(itemOf(rate, "estimate", edit, true)).toEqual({
      subject: "submission/b.so-khcn.2026-q2",
      kind: "estimate",
      numerator: 29,
      denominator: 40,
      comment: "Đã rà soát",
      submit: true,
    });
    expect(itemOf({ ...plain, sequence: 7 }, "actual", { cells: cells({ reason: "Chưa có" }), figure: null, basedOn: 0 }, false)).toMatchObject({
      based_on: 7,
      missing: true,
      reason: "Chưa có",
    });
  });
});

describe("pasting a block", () => {
  it("takes what can be taken and says of the others why", () => {
    const block = [
      ["", "", "80", "", "Niên giám"],
      ["29", "40", "99", "", "x"],
      ["", "", "85"],
      ["", "", "86"],
    ];
    const pasted = paste(actual, {}, rows, { row: 0, column: "numerator" }, block);
    expect([pasted.rows, pasted.cells]).toEqual([2, 7]);
    expect(pasted.refused.map((one) => [one.row, one.column, one.text])).toEqual([
      [1, "value", "99"],
      [2, "value", "85"],
      [3, "value", "86"],
    ]);
    expect(new Set(pasted.refused.map((one) => one.why)).size).toBe(3);
    expect(pasted.edits[keyOf("actual", plain.submission)]?.cells).toMatchObject({ value: "80", source: "Niên giám" });
  });

  it("refuses what is no number, and lets an unclear one in to be asked about", () => {
    const pasted = paste(actual, {}, rows, { row: 0, column: "value" }, [["0.6"]]);
    expect(pasted.refused).toEqual([]);
    expect(paste(actual, {}, rows, { row: 0, column: "value" }, [["chưa rõ"]]).refused).toHaveLength(1);
  });

  it("goes no further than the grid", () => {
    const pasted = paste(actual, {}, rows, { row: 0, column: "comment" }, [["a", "b"]]);
    expect(pasted.refused).toMatchObject([{ row: 0, column: null, text: "b" }]);
  });
});

describe("a sheet read by the server", () => {
  const item = (part: Partial<SubmissionDifferenceItem>): SubmissionDifferenceItem => ({
    subject: `submission/${plain.submission}`,
    kind: "actual",
    outcome: "accepted",
    type: null,
    rule: null,
    detail: null,
    errors: [],
    findings: [],
    row: 2,
    item: null,
    ...part,
  });

  it("becomes edits; what was refused is told, what says nothing new is left out", () => {
    const subject = `submission/${plain.submission}`;
    const taken = takeSheet({}, rows, [
      item({ item: { subject, kind: "actual", value: 0.6, source: "Niên giám" } }),
      item({ outcome: "unchanged" }),
      item({ outcome: "refused", subject: "submission/none.so-khcn.2026-q2", detail: "Không có chỉ tiêu này." }),
    ], book);
    expect(taken.taken).toBe(1);
    expect(taken.refused).toHaveLength(1);
    expect(taken.edits[keyOf("actual", plain.submission)]?.cells).toMatchObject({ value: "0,6", source: "Niên giám" });
  });
});

describe("sending many rows", () => {
  const both = withCells(actual, withCells(actual, {}, plain, { value: "80" }), rate, { numerator: "1", denominator: "2" });
  const edits: EditsOf<Edit> = withCells(figureSheet("estimate", book), both, plain, { value: "0.6" });

  it("finds what is wrong before the server is asked", () => {
    const edited = editedIn(rows, edits);
    expect(edited.map((one) => one.key)).toEqual(["actual a.so-khcn.2026-q2", "estimate a.so-khcn.2026-q2", "actual b.so-khcn.2026-q2"]);
    expect(Object.keys(faultsIn(edited, book))).toEqual(["estimate a.so-khcn.2026-q2"]);
    expect(overtakenIn(edited)).toBe(false);
  });

  it("puts the server's word at its cell, and keeps what may be sent", () => {
    const ready = readyFrom(editedIn([plain, rate], { ...edits, [keyOf("estimate", plain.submission)]: edits[keyOf("actual", plain.submission)]! }), true);
    const said = { subject: "", kind: "actual" as const, type: null, rule: null, detail: "Lệch", errors: [], findings: [], row: null, item: null };
    const outlier = { kind: "outlier" as const, importance: "warning" as const, value: 80, low: null, high: null, previous: 10, median: null, deviation: null, figures: null };
    const answer = judged(ready, [
      { ...said, outcome: "refused" as const, findings: [outlier] },
      { ...said, outcome: "unchanged" as const },
      { ...said, outcome: "refused" as const, errors: [{ pointer: "/denominator", detail: "Sai" }] },
    ], faultOf);
    expect(answer.faults).toEqual({ "actual a.so-khcn.2026-q2": { comment: "Lệch" }, "actual b.so-khcn.2026-q2": { denominator: "Sai" } });
    expect([answer.good.length, answer.same.length]).toEqual([0, 1]);
    expect(subjectsOf(ready.map((one) => one.item))).toEqual(["submission/a.so-khcn.2026-q2", "submission/b.so-khcn.2026-q2", "indicator/a", "indicator/b"]);
  });
});

describe("periods to choose from", () => {
  it("holds this year, the last quarters and months, and whatever is chosen", () => {
    const values = periodOptions("2019-q1", "2026-04-20").map((one) => one.value);
    expect(values[0]).toBe("2019-q1");
    expect(values).toEqual(expect.arrayContaining(["2026", "2024", "2026-h1", "2026-q2", "2025-q2", "2026-04", "2025-10"]));
  });
});
