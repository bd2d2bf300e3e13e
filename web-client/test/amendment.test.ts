import { describe, expect, it } from "vitest";
import { Problem } from "../src/api/problems";
import { bodyOfAmendment } from "../src/pages/amend-programme/body";
import { differenceOf } from "../src/pages/amend-programme/difference";
import {
  changedFields,
  collisionsOf,
  countsOf,
  decided,
  fieldsOf,
  following,
  itemOf,
  newRow,
  type Row,
} from "../src/pages/amend-programme/model";
import { refusalOf } from "../src/pages/amend-programme/refusal";
import { task } from "./fixtures";

const deadline = (text: string) => ({ ...task().deadline, text });
const plain = task({ deadline: deadline("Quý I/2026") });
const typed = (row: Row, values: Record<string, unknown>): Row => ({ ...row, values: { ...row.values, ...values } });
const amend = () => newRow("amend", plain, "k1");
const tasks = new Map([[plain.id, plain]]);

describe("a row of an amendment", () => {
  it("sends what differs from the plan, on what it was based", () => {
    const row = typed(amend(), { deadline: "Quý II/2026", reason: " Theo kết luận. " });
    expect(changedFields(row, plain)).toEqual(["deadline"]);
    expect(itemOf(row, plain, fieldsOf(row, plain, [])).item).toEqual({
      do: "amend",
      subject: "task/da11.ii.i.1.1",
      based_on: 10,
      set: { deadline: { text: "Quý II/2026" } },
      reason: "Theo kết luận.",
    });
  });

  it("that changes nothing is a fault of the whole row", () => {
    const row = typed(amend(), { reason: "Chỉ có lý do" });
    expect(Object.keys(itemOf(row, plain, fieldsOf(row, plain, [])).faults)).toEqual([""]);
  });

  it("that adds needs a title, a lead and a deadline", () => {
    const row = newRow("add", null, "k2");
    expect(Object.keys(itemOf(row, null, fieldsOf(row, null, [])).faults).sort()).toEqual(["deadline", "lead_agencies", "title"]);
    const full = typed(row, { title: "Việc mới", lead_agencies: ["so-khcn"], deadline: "Quý IV/2026", deliverables: "Quyết định" });
    expect(itemOf(full, null, fieldsOf(full, null, [])).item).toEqual({
      do: "add",
      task: {
        title: "Việc mới",
        lead_agencies: ["so-khcn"],
        coordinating_agencies: [],
        deadline: { text: "Quý IV/2026" },
        deliverables: [{ text: "Quyết định", kind: "other" }],
      },
    });
  });

  it("that stops gives its reason", () => {
    const row = newRow("cancel", plain, "k3");
    expect(Object.keys(itemOf(row, plain, fieldsOf(row, plain, [])).faults)).toEqual(["reason"]);
    const item = itemOf(typed(row, { reason: "Trùng" }), plain, fieldsOf(row, plain, [])).item;
    expect(item).toEqual({ do: "cancel", subject: "task/da11.ii.i.1.1", based_on: 10, reason: "Trùng" });
  });

  it("of a heading changes its words only, and may be moved under another", () => {
    const heading = task({ is_group: true, id: "g1" });
    const groups = [
      { value: "g1", label: "1. Nhóm" },
      { value: "g2", label: "2. Nhóm" },
    ];
    const row = newRow("amend", heading, "k4");
    expect(fieldsOf(row, heading, groups).map((field) => field.name)).toEqual(["title", "content", "parent", "reason"]);
    const parent = fieldsOf(row, heading, groups).find((field) => field.name === "parent");
    expect(parent).toMatchObject({ options: [groups[1]] });
  });
});

describe("a plan that moves on under a row", () => {
  const moved = { ...plain, deadline: deadline("Quý III/2026"), sequence: 44 };

  it("is followed in fields that were not touched", () => {
    const row = following(typed(amend(), { title: "Tên khác" }), moved);
    expect(row.values["deadline"]).toBe("Quý III/2026");
    expect(changedFields(row, moved)).toEqual(["title"]);
    expect(collisionsOf(row, moved)).toEqual([]);
  });

  it("collides in fields that were, until one of the texts is chosen", () => {
    const row = following(typed(amend(), { deadline: "Quý II/2026" }), moved);
    expect(collisionsOf(row, moved)).toEqual(["deadline"]);
    const field = fieldsOf(row, moved, []).find((one) => one.name === "deadline")!;
    const mine = decided(row, field, "mine", moved);
    expect([mine.values["deadline"], mine.basedOn, collisionsOf(mine, moved)]).toEqual(["Quý II/2026", 44, []]);
    const theirs = decided(row, field, "theirs", moved);
    expect(changedFields(theirs, moved)).toEqual([]);
  });

  it("that says the same as typed here is no collision and no change", () => {
    const row = typed(amend(), { deadline: "Quý III/2026" });
    expect(collisionsOf(row, moved)).toEqual([]);
    expect(changedFields(row, moved)).toEqual([]);
  });
});

describe("the whole amendment", () => {
  it("names its document, or the day by which it follows", () => {
    const row = typed(amend(), { title: "Tên khác" });
    const made = bodyOfAmendment("p1", { document: { id: null, later: "1/12/2026" }, rows: [row] }, tasks, []);
    expect(made.document).toBeNull();
    expect(made.body).toMatchObject({ programme: "p1", document: { later: "2026-12-01" }, items: [{ do: "amend" }] });
    expect(bodyOfAmendment("p1", { document: null, rows: [row] }, tasks, []).document).not.toBeNull();
  });

  it("says what is wrong at which row", () => {
    const rows = [amend(), newRow("cancel", plain, "k3")];
    expect(Object.keys(bodyOfAmendment("p1", { document: null, rows }, tasks, []).rows)).toEqual(["k1", "k3"]);
    expect(countsOf(rows)).toEqual({ add: 0, amend: 1, cancel: 1 });
  });

  it("is shown in groups, with what a reader sees of an added task", () => {
    const rows = [typed(newRow("add", null, "k2"), { title: "Việc mới" }), amend()];
    const items = [
      {
        do: "add" as const,
        subject: null,
        changes: [
          { field: "sequence", old: null, new: 5 },
          { field: "area", old: null, new: "cchc" },
          { field: "deadline", old: null, new: { text: "Quý IV/2026" } },
          { field: "content", old: null, new: null },
          { field: "title", old: null, new: "Việc mới" },
        ],
      },
      { do: "amend" as const, subject: "task/da11.ii.i.1.1", changes: [{ field: "title", old: "Cũ", new: "Mới" }] },
    ];
    const difference = differenceOf(items, rows, tasks);
    expect(difference.add[0]).toMatchObject({ title: "Việc mới", task: null });
    expect(difference.add[0]?.changes.map((change) => change.field)).toEqual(["deadline", "area"]);
    expect(difference.amend[0]?.task?.id).toBe("da11.ii.i.1.1");
  });
});

describe("a refusal", () => {
  it("stands at its row and field", () => {
    const problem = new Problem(400, {
      errors: [
        { pointer: "/items/1/set/title", detail: "Cần có tên." },
        { pointer: "/items/0", detail: "Không đúng." },
        { pointer: "/document", detail: "Không có văn bản." },
      ],
    });
    const refusal = refusalOf(problem, ["k1", "k2"]);
    expect(refusal.rows).toEqual({ k1: { "": "Không đúng." }, k2: { title: "Cần có tên." } });
    expect(refusal).toMatchObject({ document: "Không có văn bản.", overtaken: null, message: null });
  });

  it("of a row that was overtaken says on what it may rest", () => {
    const problem = new Problem(412, {
      detail: "Đã đổi.",
      current: 77,
      fields: ["deadline"],
      errors: [{ pointer: "/items/0/based_on", detail: "Đã đổi." }],
    });
    expect(refusalOf(problem, ["k1"]).overtaken).toEqual({ key: "k1", current: 77, fields: ["deadline"], events: [] });
  });

  it("without a place is said as a whole", () => {
    expect(refusalOf(new Problem(403, { detail: "Không có quyền." }), []).message).toBe("Không có quyền.");
  });
});
