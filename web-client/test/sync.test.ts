import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Listed, Task } from "../src/api/types";
import { Marks } from "../src/live/marks";
import type { LiveRecord } from "../src/live/record";
import { replaced, Sync } from "../src/live/sync";
import { ActGate, allOfThem, touchesOf } from "../src/live/touches";
import { task } from "./fixtures";

const record = (id: number, subject: string, part: Partial<LiveRecord> = {}): LiveRecord => ({
  id: String(id),
  source: "/luuvet/x/aa",
  type: "vn.luuvet.assignment.progress-reported.v1",
  subject,
  time: "2026-04-20T02:15:00.000Z",
  actor: "local",
  agency: "so-tai-chinh",
  correlationid: `c${id}`,
  data: {},
  ...part,
});

const listKey = ["list", "tasks", {}, "now"];
const list = (...items: Task[]): Listed<Task> => ({ items, sequence: 10, log: "aa", status_date: "2026-04-20" });

describe("what a record touches", () => {
  it("splits an assignment at its last dot", () => {
    const touches = touchesOf({ subject: "assignment/da11.ii.i.1.1.so-noi-vu" });
    expect(touches.items).toContainEqual({ collection: "tasks", id: "da11.ii.i.1.1" });
    expect(touches.histories).toEqual(["assignment/da11.ii.i.1.1.so-noi-vu", "task/da11.ii.i.1.1"]);
  });

  it("knows whose thread it is", () => {
    const touches = touchesOf({ subject: "thread/task/da11.ii.i.1.1" });
    expect(touches.threads).toEqual(["task/da11.ii.i.1.1"]);
    expect(touches.items).toEqual([{ collection: "tasks", id: "da11.ii.i.1.1" }]);
  });

  it("reads assignments again when a year's plan comes into force", () => {
    const subject = "unit-plan/so-khcn.2026";
    const lists = { collection: "assignments", id: "" };
    expect(touchesOf({ subject, type: "vn.luuvet.unit-plan.approved.v1" }).items).toContainEqual(lists);
    expect(touchesOf({ subject }).items).toContainEqual(lists);
    expect(touchesOf({ subject, type: "vn.luuvet.unit-plan.line-set.v1" }).items).not.toContainEqual(lists);
  });

  it("reads both rows of a link again, and any row where a parting does not name them", () => {
    const subject = "link/funds-01";
    const data = { kind: "funds", subjects: ["budget-line/b1", "indicator/i1"] };
    expect(touchesOf({ subject, data }).items).toEqual([
      { collection: "links", id: "funds-01" },
      { collection: "budget-lines", id: "b1" },
      { collection: "indicators", id: "i1" },
    ]);
    const parted = touchesOf({ subject, data: { document: "d1" } }).items;
    for (const collection of ["tasks", "indicators", "budget-lines"]) expect(parted).toContainEqual({ collection, id: allOfThem });
    expect(touchesOf({ subject }).items).toEqual([{ collection: "links", id: "funds-01" }]);
  });

  it("reads what contradicts itself again when a doubt is noted or settled", () => {
    expect(touchesOf({ subject: "doubt/d1" }).items).toContainEqual({ collection: "links", id: "" });
  });

  it("takes a new day as touching all, and passes over what it does not know", () => {
    expect(touchesOf({ subject: "calendar/vn" }).everything).toBe(true);
    expect(touchesOf({ subject: "no-such-kind/x" }).items).toEqual([]);
  });
});

describe("acts", () => {
  it("are held until their last record", () => {
    const gate = new ActGate();
    expect(gate.pass(record(1, "task/a"))).toHaveLength(1);
    expect(gate.pass(record(2, "task/a", { actindex: 0, actsize: 3 }))).toEqual([]);
    expect(gate.pass(record(3, "task/b", { actindex: 1, actsize: 3 }))).toEqual([]);
    expect(gate.pass(record(4, "task/c", { actindex: 2, actsize: 3 })).map((one) => one.id)).toEqual(["2", "3", "4"]);
  });
});

describe("a row put in its place", () => {
  it("changes nothing when it was overtaken, and is not invented", () => {
    const rows = list(task({ sequence: 12 }));
    expect(replaced(rows, task({ sequence: 11, title: "cũ" }))).toBe(rows);
    expect(replaced(rows, task({ sequence: 13, title: "mới" }))?.items[0]?.title).toBe("mới");
    expect(replaced(rows, task({ id: "khác" }))).toBeUndefined();
  });
});

describe("sync", () => {
  let client: QueryClient;
  let marks: Marks;
  let fetched: [string, number][];
  let sync: Sync;

  beforeEach(() => {
    vi.useFakeTimers();
    client = new QueryClient();
    marks = new Marks();
    fetched = [];
    sync = new Sync(
      client,
      (id, sequence) => {
        fetched.push([id, sequence]);
        return Promise.resolve(task({ id, sequence, progress_percent: 65 }));
      },
      marks,
    );
    client.setQueryData(listKey, list(task()));
  });
  afterEach(() => vi.useRealTimers());

  const shown = () => client.getQueryData<Listed<Task>>(listKey)?.items[0];

  it("reads a touched task once for records that come together, and marks it", async () => {
    sync.receive(record(31, "assignment/da11.ii.i.1.1.joint"));
    sync.receive(record(32, "assignment/da11.ii.i.1.1.joint"));
    await vi.advanceTimersByTimeAsync(200);
    expect(fetched).toEqual([["da11.ii.i.1.1", 32]]);
    expect(shown()?.progress_percent).toBe(65);
    expect(marks.get("task/da11.ii.i.1.1")?.agency).toBe("so-tai-chinh");
  });

  it("does not mark what this page wrote, nor its other records", async () => {
    sync.writing();
    sync.receive(record(31, "task/da11.ii.i.1.1", { correlationid: "mine" }));
    sync.receive(record(32, "task/da11.ii.i.1.1", { correlationid: "mine" }));
    await vi.advanceTimersByTimeAsync(300);
    sync.written(["task/da11.ii.i.1.1"], 32);
    await vi.advanceTimersByTimeAsync(300);
    expect(marks.get("task/da11.ii.i.1.1")).toBeUndefined();
    expect(shown()?.sequence).toBe(32);
  });

  it("does not mark the import and the calendar", async () => {
    sync.receive(record(31, "task/da11.ii.i.1.1", { actor: "luuvet", agency: "luuvet" }));
    await vi.advanceTimersByTimeAsync(200);
    expect(marks.get("task/da11.ii.i.1.1")).toBeUndefined();
  });

  it("reads the list anew when very many are touched", async () => {
    const invalidate = vi.spyOn(client, "invalidateQueries");
    for (let n = 0; n < 40; n += 1) sync.receive(record(31 + n, `task/t${n}`));
    await vi.advanceTimersByTimeAsync(200);
    expect(fetched).toEqual([]);
    expect(invalidate.mock.calls.some(([filter]) => String(filter?.queryKey) === "list,tasks")).toBe(true);
  });

  it("reads an indicator again when a link of it is decided", async () => {
    const keys = ["i1", "i2"].map((id) => ["one", "indicators", id, "now"]);
    for (const key of keys) client.setQueryData(key, {});
    const stale = () => keys.map((key) => client.getQueryState(key)?.isInvalidated);
    const linked = { kind: "twin", subjects: ["indicator/i1", "indicator/i3"] };
    sync.receive(record(31, "link/twin-01", { type: "vn.luuvet.link.linked.v1", data: linked }));
    await vi.advanceTimersByTimeAsync(200);
    expect(stale()).toEqual([true, false]);
    sync.receive(record(32, "link/twin-01", { type: "vn.luuvet.link.parted.v1", data: { document: "d1" } }));
    await vi.advanceTimersByTimeAsync(200);
    expect(stale()).toEqual([true, true]);
    expect(fetched).toEqual([]);
  });

  it("reads what sums up a budget line again a little later", async () => {
    const ratios = ["list", "ratios", {}, "now"];
    client.setQueryData(ratios, { items: [] });
    sync.receive(record(31, "budget-line/da11.iii.i.b.1", { type: "vn.luuvet.budget-line.disbursed.v1" }));
    await vi.advanceTimersByTimeAsync(200);
    expect(client.getQueryState(ratios)?.isInvalidated).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(client.getQueryState(ratios)?.isInvalidated).toBe(true);
  });

  it("leaves the past alone", async () => {
    const past = ["list", "tasks", {}, "as_of 2026-03-24T02:15:59Z"];
    client.setQueryData(past, list(task()));
    sync.receive(record(31, "task/da11.ii.i.1.1"));
    sync.reset();
    await vi.advanceTimersByTimeAsync(200);
    expect(client.getQueryState(past)?.isInvalidated).toBe(false);
    expect(client.getQueryData<Listed<Task>>(past)?.items[0]?.progress_percent).toBeNull();
  });
});
