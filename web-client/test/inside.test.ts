import { describe, expect, it } from "vitest";
import type { HistoryItem, Post, PostHeld, ThreadItem } from "../src/api/types";
import { conflictOf } from "../src/forms/conflict";
import { assignmentSpec } from "../src/forms/specs/assignment";
import { mayDelegate } from "../src/meaning/delegation";
import { staffOf } from "../src/meaning/staff";
import { isWithdrawable, undoableChange } from "../src/meaning/undoing";
import { accountsIn, inWords } from "../src/meaning/values";
import { assignable, isHandledBy } from "../src/meaning/work-people";
import { assignment, directory, task } from "./fixtures";

const people = [{ agency: "so-khcn", leader: "A", department: "Chuyển đổi số", officers: ["B", "C"] }];

describe("the people of an assignment", () => {
  it("are its leader and officers, for the agency that named them", () => {
    const work = assignment({ people });
    expect(["A", "C", "D"].map((account) => isHandledBy(work, "so-khcn", account))).toEqual([true, true, false]);
    expect(isHandledBy(work, "so-tai-chinh", "A")).toBe(false);
  });

  it("are named for open work of the agency; by a deputy in its areas", () => {
    const rows = [assignment(), assignment({ id: "x.joint", status: "completed" }), assignment({ id: "y", unit: "so-tai-chinh" })];
    const ids = (areas: string[]) =>
      assignable(rows, [task()], "so-khcn", directory, [{ role: "deputy", areas } as unknown as PostHeld]).map((row) => row.id);
    expect(ids([])).toEqual([assignment().id]);
    expect(ids(["cchc"])).toEqual([]);
  });

  it("are said with their names", () => {
    const named = directory.withNames({ people: new Map([["A", "Lê A"], ["B", "Trần B"]]), documents: new Map() });
    expect(accountsIn("people", people)).toEqual(["A", "B", "C"]);
    expect(inWords("people", people, named)).toBe("Sở KH&CN: Lê A, Chuyển đổi số, Trần B, C");
  });

  it("collide only with what the same agency wrote", () => {
    const spec = assignmentSpec("assign-people", assignment(), task());
    const event = (agency: string) => ({ id: "34", type: "vn.luuvet.assignment.people-assigned.v1", actor: "x", agency, time: "", data: { leader: "Z", officers: [] } });
    const values = { leader: "A", department: "", officers: [] };
    const collisions = (agency: string) => conflictOf({ events_since: [event(agency)] as never }, spec!, values, spec!.initial).collisions.length;
    expect(collisions("so-tai-chinh")).toBe(0);
  });
});

describe("staff", () => {
  it("is who holds a post of the agency today", () => {
    const post = (role: string, account: string, to: string | null, agency = "so-khcn") =>
      ({ role, agency, title: role, holdings: [{ account, from: "2026-01-01", to, capacity: "direct", document: null }] }) as unknown as Post;
    const posts = [post("head", "A", null), post("officer", "A", null), post("officer", "B", "2026-02-01"), post("officer", "C", null, "other")];
    expect(staffOf(posts, "so-khcn", "2026-05-01")).toEqual([{ account: "A", titles: ["head", "officer"], leads: true }]);
  });
});

describe("delegation", () => {
  it("is of a post held in its own capacity", () => {
    expect(mayDelegate({ role: "head", capacity: "direct" })).toBe(true);
    expect(mayDelegate({ role: "deputy", capacity: "deputy" })).toBe(true);
    expect(mayDelegate({ role: "head", capacity: "by-order" })).toBe(false);
    expect(mayDelegate({ role: "officer", capacity: "direct" })).toBe(false);
  });
});

describe("taking back", () => {
  const self = { account: "A", agency: "so-khcn" };
  const item = (sequence: number, part: Partial<HistoryItem> = {}) =>
    ({
      sequence,
      type: "vn.luuvet.task.amended.v1",
      subject: "task/x",
      actor: "A",
      agency: "so-khcn",
      act: null,
      undoes: null,
      ...part,
    }) as HistoryItem;

  it("is offered for the newest own amendment that stands alone", () => {
    const act = { act: { index: 0, size: 2 } };
    expect(undoableChange([item(5), item(4)], "task/x", self)).toBe(5);
    expect(undoableChange([item(6, { undoes: 5 }), item(5), item(4)], "task/x", self)).toBe(4);
    expect(undoableChange([item(5, { actor: "B" }), item(4, act)], "task/x", self)).toBeNull();
    expect(undoableChange([item(5, { agency: "so-tai-chinh" })], "task/x", self)).toBeNull();
  });

  it("is offered for own comments without an answer", () => {
    const comment = { sequence: 7, actor: "A", agency: "so-khcn", kind: "comment", reply_to: null, withdrawn: false } as ThreadItem;
    expect(isWithdrawable(comment, [comment], self)).toBe(true);
    expect(isWithdrawable(comment, [comment, { ...comment, sequence: 8, reply_to: 7 }], self)).toBe(false);
    expect(isWithdrawable({ ...comment, kind: "directive" }, [], self)).toBe(false);
    expect(isWithdrawable({ ...comment, withdrawn: true }, [], self)).toBe(false);
  });
});
