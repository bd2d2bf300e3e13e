import { describe, expect, it } from "vitest";
import { countsOf, select, withGroups } from "../src/pages/board/filter";
import { filterWords } from "../src/pages/board/filter-words";
import { isFiltered, readBoardSearch, toggled } from "../src/pages/board/search";
import { directory, task } from "./fixtures";

const context = { directory, doubted: new Set(["b"]) };
const rows = [
  task({ id: "g", is_group: true }),
  task({ id: "a", parent: "g", status: "in-progress", timeliness: "overdue", obstacle: true }),
  task({ id: "b", parent: "g", lead_agencies: ["cac-so-nganh"], title: "Triển khai mạng 5G" }),
  task({
    id: "c",
    lead_agencies: ["so-tai-chinh"],
    coordinating_agencies: [],
    confirming_agency: "so-khcn",
    area: "cchc",
    status: "completed",
    timeliness: "completed-late",
  }),
  task({ id: "l", links_to: "215-kh-ubnd" }),
];
const ids = (search: Parameters<typeof select>[1]) => select(rows, search, context).shown.map((row) => row.id);
const sum = (part: Record<string, number>) => Object.values(part).reduce((left, right) => left + right, 0);

describe("the board", () => {
  it("shows tasks, not groups and pointers", () => expect(ids({})).toEqual(["a", "b", "c"]));

  it("filters by what the agency is to the task, groups included", () => {
    expect(ids({ agency: "so-tai-chinh" })).toEqual(["a", "b", "c"]);
    expect(ids({ agency: "so-tai-chinh", role: "lead" })).toEqual(["b", "c"]);
    expect(ids({ agency: "so-khcn", role: "confirming" })).toEqual(["c"]);
  });

  it("filters by words, area, section and marks together", () => {
    expect(ids({ q: "5g trien khai" })).toEqual(["b"]);
    expect(ids({ area: "cchc,party" })).toEqual(["c"]);
    expect(ids({ section: "II.I", mark: "doubt" })).toEqual(["b"]);
    expect(ids({ mark: "obstacle,doubt" })).toEqual([]);
  });

  it("counts both ways to the same total, whatever status is chosen", () => {
    const { counts, shown } = select(rows, { status: "completed", timeliness: "overdue,completed-late" }, context);
    expect(shown.map((row) => row.id)).toEqual(["c"]);
    expect(counts.total).toBe(3);
    expect(sum(counts.status)).toBe(3);
    expect(sum(counts.timeliness)).toBe(3);
    expect(countsOf([]).total).toBe(0);
  });

  it("puts group rows above their rows", () => {
    expect(withGroups([rows[2]!], rows).map((row) => row.id)).toEqual(["g", "b"]);
  });
});

describe("its address", () => {
  it("keeps what it knows and drops what it does not", () => {
    const search = readBoardSearch({ view: "table", status: "completed,nonsense", timeliness: "x", role: "boss", q: 5 });
    expect(search).toMatchObject({ view: "table", status: "completed", timeliness: undefined, role: undefined, q: "5" });
  });

  it("adds and takes away values", () => {
    expect(toggled(undefined, "a")).toBe("a");
    expect(toggled("a,b", "a")).toBe("b");
    expect(toggled("a", "a")).toBeUndefined();
  });

  it("is not filtered by layout or moment", () => {
    expect(isFiltered({ view: "table", ...{ as_of: "2026-01-01T00:00:00Z" } })).toBe(false);
    expect(isFiltered({ q: "x" })).toBe(true);
  });
});

describe("a board on paper", () => {
  it("says its filters in words", () => {
    expect(
      filterWords({ programme: "lao-cai-de-an-11", agency: "so-khcn", role: "lead", status: "completed,suspended", q: "5g" }, directory),
    ).toEqual([
      "Chương trình: Đề án 11",
      "Cơ quan: Sở Khoa học và Công nghệ",
      "Vai trò: Chủ trì",
      "Trạng thái: Hoàn thành, Tạm dừng",
      "có chữ “5g”",
    ]);
    expect(filterWords({}, directory)).toEqual([]);
  });
});
