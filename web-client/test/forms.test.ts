import { describe, expect, it } from "vitest";
import { faultsByField, fieldOfPointer, Problem } from "../src/api/problems";
import { canJoin, chosen, conflictOf } from "../src/forms/conflict";
import { bodyOf } from "../src/forms/convert";
import { assignmentSpec } from "../src/forms/specs/assignment";
import { taskSpec } from "../src/forms/specs/task";
import type { CommandSpec } from "../src/forms/spec";
import { fittingCommands } from "../src/meaning/fitting";
import { Directory } from "../src/meaning/directory";
import { relationTo } from "../src/meaning/relations";
import type { Allowed } from "../src/state/allowed";
import type { Assignment, PostHeld, Programme } from "../src/api/types";
import { allowing, assignment, directory, task } from "./fixtures";

const amend = taskSpec("amend", task({ content: "cũ" })) as CommandSpec;
const report = assignmentSpec("report-progress", assignment(), task()) as CommandSpec;

const event = (data: Record<string, unknown>) => ({
  id: "31",
  source: "",
  type: "vn.luuvet.task.amended.v1",
  subject: "task/a",
  time: "2026-04-20T02:15:00Z",
  actor: "local",
  agency: "so-tai-chinh",
  data,
});

describe("bodies", () => {
  it("of an amendment hold what differs, and null for what was emptied", () => {
    const values = { ...amend.initial, content: "", deadline: "Quý II/2026", document: { id: "44-kh-ubnd", later: null } };
    expect(bodyOf(amend, values, amend.initial)).toEqual({
      body: { set: { content: null, deadline: { text: "Quý II/2026" } }, document: "44-kh-ubnd" },
      faults: {},
    });
  });

  it("of an amendment that changes nothing are not sent", () => {
    const values = { ...amend.initial, document: { id: null, later: "01/12/2026" } };
    expect(Object.keys(bodyOf(amend, values, amend.initial).faults)).toEqual([""]);
  });

  it("leave empty fields out and read numbers and days", () => {
    const values = {
      ...report.initial,
      percent: "65%",
      period: "",
      obstacle: { kind: "funding", since: "2/4/2026", text: "Chưa có kinh phí", asked_of: "" },
    };
    expect(bodyOf(report, values, report.initial)).toEqual({
      body: { percent: 65, obstacle: { kind: "funding", since: "2026-04-02", text: "Chưa có kinh phí" } },
      faults: {},
    });
  });

  it("say what is wrong where", () => {
    const { faults } = bodyOf(amend, { ...amend.initial, title: " ", document: { id: null, later: "31/02/2026" } }, amend.initial);
    expect(Object.keys(faults).sort()).toEqual(["document", "title"]);
    expect(bodyOf(report, { ...report.initial, percent: "101" }, report.initial).faults["percent"]).toBeDefined();
  });
});

describe("refusals", () => {
  it("stand at the field that the pointer goes through", () => {
    expect(fieldOfPointer("/set/deadline/text", ["title", "deadline"])).toBe("deadline");
    const problem = new Problem(400, {
      errors: [
        { pointer: "/set/title", detail: "a" },
        { pointer: "/x", detail: "b" },
      ],
    });
    expect(faultsByField(problem, ["title"])).toEqual({ title: "a", "": "b" });
  });
});

describe("conflicts", () => {
  const values = { ...amend.initial, content: "của tôi" };

  it("collide where both wrote, and follow where only the other did", () => {
    const body = {
      current: 31,
      events_since: [event({ set: { content: "của họ", deadline: { text: "Quý II/2026" } }, open: { reason: "r" } })],
    };
    const conflict = conflictOf(body, amend, values, amend.initial);
    expect(conflict.collisions.map((one) => one.field)).toEqual(["content"]);
    expect(conflict.taken).toEqual({ deadline: "Quý II/2026" });
    expect(conflict.current).toBe(31);
  });

  it("are none where both wrote the same", () => {
    const body = { current: 31, events_since: [event({ set: { content: "của tôi" } })] };
    expect(conflictOf(body, amend, values, amend.initial).collisions).toEqual([]);
  });

  it("take the last word of others", () => {
    const body = { events_since: [event({ set: { content: "một" } }), { ...event({ set: { content: "hai" } }), id: "35" }] };
    const conflict = conflictOf(body, amend, values, amend.initial);
    expect(conflict.collisions[0]?.typed).toBe("hai");
    expect(conflict.current).toBe(35);
  });

  it("join texts and lists, not days", () => {
    const field = (name: string) => amend.fields.find((one) => one.name === name)!;
    expect(chosen(field("content"), "both", "của tôi", "của họ")).toBe("của họ\ncủa tôi");
    expect(chosen(field("lead_agencies"), "both", ["a", "b"], ["b", "c"])).toEqual(["a", "b", "c"]);
    expect(canJoin(field("deadline"))).toBe(false);
  });
});

describe("commands that fit", () => {
  const everything: Allowed = { ...allowing(), may: () => true };
  const fit = (agency: string, row: Parameters<typeof task>[0], work: Parameters<typeof assignment>[0], allowed = everything) => {
    const shown = task(row);
    const relation = relationTo(shown, agency, directory);
    return fittingCommands(shown, assignment(work), relation.leads, relation, allowed);
  };

  it("begin with the opening state while nobody has confirmed", () => {
    expect(fit("so-khcn", { timeliness: "unconfirmed" }, {}).primary).toBe("enter-opening-state");
  });

  it("are the lead's, the confirming agency's and the standing agency's own", () => {
    expect(fit("so-khcn", { status: "in-progress" }, { status: "in-progress" }).primary).toBe("report-progress");
    expect(fit("vp-ubnd-tinh", { status: "awaiting-acceptance" }, { status: "awaiting-acceptance" })).toEqual({
      primary: "accept",
      others: ["return"],
    });
    expect(fit("so-tai-chinh", {}, {})).toEqual({ primary: null, others: [] });
  });

  it("are those of the roles: an officer approves nothing, a head does what officers do", () => {
    const draft = { sequence: 5 } as unknown as Assignment["draft"];
    const work = { status: "in-progress", draft } as const;
    const officer = allowing("report-progress", "submit");
    expect(fit("so-khcn", { status: "in-progress" }, work, officer)).toEqual({ primary: "report-progress", others: ["submit"] });
    expect(fit("so-khcn", { status: "in-progress" }, work).primary).toBe("approve-progress");
    expect(fit("so-khcn", { status: "in-progress" }, work, allowing())).toEqual({ primary: null, others: [] });
  });

  it("of a committee's member are for the programmes of that committee", () => {
    const post: PostHeld = {
      post: "a", title: "Ủy viên", role: "committee-member", committee: "bcd", areas: [], capacity: "direct", from: "2026-01-01", to: null,
    };
    const of = (committee: string) => new Directory([], [], [{ id: task().programme, committee } as Programme], "");
    const member = (committee: string): boolean => relationTo(task(), "ubnd-tinh", of(committee), [post]).supervises;
    expect([member("bcd"), member("another")]).toEqual([true, false]);
  });

  it("are none on a group row", () => expect(fit("so-khcn", { is_group: true }, {})).toEqual({ primary: null, others: [] }));
});
