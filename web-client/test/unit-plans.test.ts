import { describe, expect, it } from "vitest";
import type { UnitPlanRow } from "../src/api/types";
import { paste, withCells } from "../src/grid/sheet";
import { cellsOf, faultsOf, lineFrom, planSheet, proposedCells, storedCells, type Cells } from "../src/pages/unit-plans/model";
import { task } from "./fixtures";

function row(part: Partial<UnitPlanRow> = {}): UnitPlanRow {
  const base = task();
  return {
    assignment: `${base.id}.joint`,
    line: false,
    needed: true,
    product: null,
    milestones: [],
    left_out: false,
    not_this_year: null,
    note: null,
    sequence: 0,
    proposal: null,
    task: base.id,
    programme: base.programme,
    title: base.title,
    source: base.source,
    deadline: base.deadline,
    deliverables: [],
    in_force: true,
    status: "not-started",
    timeliness: "on-time",
    year_result: null,
    people: [],
    assignment_sequence: 10,
    ...part,
  };
}
const met = null;
const written = row({
  line: true,
  product: { text: "Báo cáo", quantity: 24, unit: "lớp" },
  milestones: [
    { id: "m1", name: "Quý I", due: "2026-03-31", quantity: 6, met },
    { id: "m2", name: "Tập huấn", due: "2026-05-15", quantity: null, met },
  ],
  sequence: 7,
});
const typed = (part: Partial<Cells>) => ({ cells: { ...storedCells(written), ...part }, basedOn: 9 });

describe("the grid of a unit plan", () => {
  it("shows milestones in their quarters as they are typed", () => {
    const cells = storedCells(written);
    expect(cells).toMatchObject({ product: "Báo cáo", quantity: "24", unit: "lớp", q1: "Quý I = 6", q2: "15/05: Tập huấn", q3: "" });
  });

  it("sends what differs, and milestones with the ids that they had", () => {
    expect(lineFrom(written, typed({ note: "Chờ vốn" }), 2026)).toEqual({
      assignment: written.assignment,
      based_on: 9,
      set: { note: "Chờ vốn" },
    });
    const set = lineFrom(written, typed({ q2: "20/05: Tập huấn\nSơ kết" }), 2026).set;
    expect(set["milestones"]).toEqual([
      { id: "m1", name: "Quý I", due: "2026-03-31", quantity: 6 },
      { id: "m2", name: "Tập huấn", due: "2026-05-20" },
      { name: "Sơ kết", due: "2026-06-30" },
    ]);
    expect(lineFrom(written, typed({ product: "", quantity: "", unit: "" }), 2026).set).toEqual({ product: null });
  });

  it("says what cannot be understood", () => {
    expect(faultsOf(typed({ q1: "15/05: Sai quý" }).cells, 2026)).toHaveProperty("q1");
    expect(faultsOf(typed({ q2: "31/06: Không có ngày" }).cells, 2026)).toHaveProperty("q2");
    expect(faultsOf(typed({ quantity: "nhiều" }).cells, 2026)).toHaveProperty("quantity");
    expect(faultsOf(typed({ not_this_year: "Năm sau" }).cells, 2026)).toHaveProperty("not_this_year");
    expect(faultsOf(typed({ q4: "a\nb\nc\nd\ne\nf\ng\nh\ni\nk\nl" }).cells, 2026)).toHaveProperty("q4");
    expect(faultsOf(storedCells(written), 2026)).toEqual({});
  });

  it("takes a block at a cell and to its right and below", () => {
    const rows = [row(), row({ assignment: "t2.joint" })];
    const pasted = paste(planSheet(5), {}, rows, { row: 0, column: "product" }, [["Một", "3", "lớp"], ["Hai"], ["Ba"]]);
    expect(pasted).toMatchObject({ rows: 2, cells: 4, refused: [{ row: 2, key: null, text: "Ba" }] });
    expect(pasted.edits["t2.joint"]?.cells.product).toBe("Hai");
    expect(paste(planSheet(5), {}, rows, { row: 0, column: "note" }, [["a", "b"]]).refused).toMatchObject([{ column: null, text: "b" }]);
  });

  it("forgets an edit that says what is stored, and tells when somebody was faster", () => {
    const edits = withCells(planSheet(9), {}, written, { note: "x" });
    expect(withCells(planSheet(9), edits, written, { note: "" })).toEqual({});
    expect(planSheet(9).isOvertaken(written, { cells: storedCells(written), basedOn: 6 })).toBe(true);
    expect(planSheet(9).isOvertaken(written, { cells: storedCells(written), basedOn: 7 })).toBe(false);
  });

  it("proposes as it would be typed", () => {
    const proposal = { product: { text: "Báo cáo" }, milestones: [{ id: "m1", name: "Cả năm", due: "2026-12-31", quantity: null }] };
    expect(proposedCells(row({ proposal }))?.q4).toBe("Cả năm");
    expect(proposedCells(written)).toBeNull();
    expect(cellsOf({ product: null, milestones: [] }, null, null).product).toBe("");
  });
});
