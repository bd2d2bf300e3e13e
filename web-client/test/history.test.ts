import { describe, expect, it } from "vitest";
import type { Change } from "../src/api/types";
import type { LiveRecord } from "../src/live/record";
import { changesOf, sentence } from "../src/meaning/history";
import { inWords } from "../src/meaning/values";
import { directory } from "./fixtures";

const told = (name: string, ...changes: [string, unknown, unknown][]) =>
  sentence(
    { type: `vn.luuvet.${name}.v1`, changes: changes.map(([field, old, next]) => ({ field, old, new: next }) as Change) },
    directory,
  );

const held = (capacity: string, to: string | null) => ({ account: "A", from: "2026-05-01", to, capacity, document: null });

const named = (leader: string, ...officers: string[]) => ({ agency: "so-khcn", leader, department: null, officers });

describe("history sentences", () => {
  it.each([
    ["cập nhật tiến độ từ 40% lên 65%", told("assignment.progress-reported", ["reported_percent", 40, 65])],
    ["điều chỉnh tiến độ từ 65% xuống 40%", told("assignment.progress-reported", ["reported_percent", 65, 40])],
    ["báo cáo tiến độ 40%", told("assignment.progress-reported", ["reported_percent", null, 40])],
    ["báo cáo kết quả thực hiện", told("assignment.progress-reported", ["result", null, "Đã trình"])],
    [
      "báo cáo tiến độ 40%, nêu khó khăn, vướng mắc",
      told("assignment.progress-reported", ["reported_percent", null, 40], ["obstacle", null, { kind: "funding", text: "x" }]),
    ],
    ["duyệt báo cáo, tiến độ chính thức 65%", told("assignment.progress-approved", ["progress_percent", 40, 65])],
    ["báo cáo hoàn thành ngày 16/04/2026", told("assignment.submitted", ["completed_on", null, "2026-04-16"])],
    ["đề nghị gia hạn đến 31/05/2026", told("assignment.extension-asked", ["extension_due", null, "2026-05-31"])],
    ["đồng ý gia hạn đến 31/05/2026", told("assignment.extension-decided", ["extended_due", null, "2026-05-31"])],
    ["không đồng ý gia hạn", told("assignment.extension-decided", ["extension_due", "2026-05-31", null])],
    [
      "nhập hiện trạng ban đầu: đang thực hiện",
      told("assignment.opening-state-entered", ["status", null, "not-started"], ["opening_status", null, "in-progress"]),
    ],
    [
      "giao cho từng đơn vị: 2 đơn vị",
      told("task.assigned", ["assignment_mode", "joint", "each"], ["units", [], ["so-khcn", "so-tai-chinh"]]),
    ],
    ["tạm dừng nhiệm vụ đến 31/03/2027", told("task.suspended", ["suspended_until", null, "2027-03-31"])],
    ["giao vị trí cho A từ ngày 01/05/2026", told("post.filled", ["holdings", [], [held("direct", null)]])],
    [
      "ủy quyền cho A, thừa lệnh (TL.), từ ngày 01/05/2026 đến hết ngày 31/05/2026",
      told("post.filled", ["holdings", [held("direct", null)], [held("direct", null), held("by-order", "2026-05-31")]]),
    ],
    ["cho A thôi giữ vị trí từ ngày 01/06/2026", told("post.vacated", ["holdings", [held("direct", null)], [held("direct", "2026-05-31")]])],
    ["cho A thôi giữ vị trí từ ngày 01/06/2026", told("post.vacated", ["account", null, "A"], ["on", null, "2026-06-01"])],
    ["điều chỉnh chức danh, mảng", told("post.amended", ["title", "a", "b"], ["areas", [], ["cchc"]])],
    ["sáp nhập cơ quan vào Sở Tài chính", told("agency.merged", ["ended_on", null, "2026-05-01"], ["merged_into", null, "so-tai-chinh"])],
    ["bàn giao công việc của A cho B", told("assignment.handed-over", ["from", null, "A"], ["to", null, "B"])],
    [
      "bàn giao công việc của A cho B",
      told("assignment.handed-over", ["people", [named("C", "A")], [named("C", "B")]]),
    ],
    ["bàn giao công việc của A", told("assignment.handed-over", ["people", [named("B", "A", "B")], [named("B", "B")]])],
    ["hoàn tác việc điều chỉnh nội dung từ “hai” thành “một”", told("task.amended", ["content", "hai", "một"], ["undoes", null, 7])],
    ["ghi nhận hướng dẫn, điều kiện ngày 12/05/2026", told("task.trigger-recorded", ["triggers", [], ["2026-05-12"]])],
  ])("%s", (expected, said) => expect(said).toBe(expected));

  it("says a single short amendment with both sides", () => {
    const text = told("task.amended", ["deadline", { text: "Quý I/2026" }, { text: "Quý II/2026" }]);
    expect(text).toBe("điều chỉnh thời hạn từ “Quý I/2026” thành “Quý II/2026”");
  });

  it("names at most three amended fields", () => {
    const text = told(
      "task.amended",
      ["title", "a", "b"],
      ["content", "a", "b"],
      ["deadline", null, null],
      ["parent", null, "x"],
      ["reason", null, "y"],
    );
    expect(text).toBe("điều chỉnh tên nhiệm vụ, nội dung, thời hạn và 1 mục khác");
  });

  it("tells the import from a person", () => {
    expect(sentence({ type: "vn.luuvet.task.registered.v1", actor: "luuvet", changes: [] }, directory)).toBe("ghi nhiệm vụ từ văn bản");
    expect(sentence({ type: "vn.luuvet.task.registered.v1", actor: "local", changes: [] }, directory)).toBe("thêm nhiệm vụ");
  });

  it("has a sentence for types it does not know", () => {
    expect(told("mission.opened")).toBe("ghi nhận một thay đổi");
  });

  it("reads what a record itself tells", () => {
    const record = { data: { percent: 40, sealed: "x", open: { salt: "y", result: "Đã trình" } } } as unknown as LiveRecord;
    expect(changesOf(record)).toEqual([
      { field: "percent", old: null, new: 40 },
      { field: "result", old: null, new: "Đã trình" },
    ]);
  });
});

describe("values in words", () => {
  it.each([
    ["(không có)", "title", null],
    ["65%", "reported_percent", 65],
    ["05/02/2026", "completed_on", "2026-02-05"],
    ["Sở Khoa học và Công nghệ; Các sở, ban, ngành", "lead_agencies", ["so-khcn", "cac-so-nganh"]],
    ["Đang thực hiện", "status", "in-progress"],
    ["Quý I/2026 (Hạn 31/03/2026)", "deadline", { text: "Quý I/2026", kind: "quarter", due: "2026-03-31" }],
    ["Tháng 4/2026", "period", "2026-04"],
    ["Bổ sung văn bản trước hết ngày 01/12/2026", "document", { later: "2026-12-01" }],
    ["Có", "returned", true],
  ])("%s", (expected, field, value) => expect(inWords(field, value, directory)).toBe(expected));
});
