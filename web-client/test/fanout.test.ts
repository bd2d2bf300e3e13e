import { describe, expect, it } from "vitest";
import type { AskedAgency, Coordination, PostHeld } from "../src/api/types";
import { coordinationSpec, objectionsOf } from "../src/forms/specs/coordination";
import { taskSpec } from "../src/forms/specs/task";
import { sentence } from "../src/meaning/history";
import { ownAssignment } from "../src/meaning/relations";
import { warningsOf } from "../src/pages/collective/warnings";
import { commandsOn } from "../src/pages/coordination/commands";
import type { Allowed } from "../src/state/allowed";
import { assignment, directory, task } from "./fixtures";

const everything: Allowed = { may: () => true, has: () => true, posts: [] as PostHeld[] };

const asked = (agency: string, answer: AskedAgency["answer"], sequence: number | null = null): AskedAgency => ({
  agency, answer, sequence, by: null, done_on: null, document: null, reason: null, note: null, reply: null,
});
const request = (rows: AskedAgency[], state: Coordination["state"] = "open") =>
  ({ id: "c1", task: "t", programme: "lao-cai-de-an-11", asked_by: "so-khcn", asked: rows, state, sequence: 9 }) as unknown as Coordination;

describe("a request for coordination", () => {
  const commands = (agency: string, one: Coordination) => commandsOn(one, agency, { ...everything, has: () => false }, directory);

  it("is confirmed or disputed by whom it asks, once", () => {
    expect(commands("so-tai-chinh", request([asked("so-tai-chinh", "waiting")]))).toEqual(["confirm-coordination", "dispute-coordination"]);
    expect(commands("so-tai-chinh", request([asked("so-tai-chinh", "disputed", 7)]))).toEqual(["confirm-coordination"]);
    expect(commands("so-tai-chinh", request([asked("so-tai-chinh", "confirmed", 7)]))).toEqual([]);
  });

  it("is answered and closed by who asks, until it is closed", () => {
    const disputed = request([asked("so-tai-chinh", "disputed", 7)]);
    expect(commands("so-khcn", disputed)).toEqual(["answer-coordination", "close-coordination"]);
    expect(commands("so-khcn", { ...disputed, state: "closed" })).toEqual([]);
    const spec = coordinationSpec("answer-coordination", disputed);
    expect(spec.path).toBe("/coordinations/c1/answer");
    expect(spec.fields[0]).toMatchObject({ kind: "fixed", value: [7] });
    expect(objectionsOf(disputed)).toHaveLength(1);
    expect(coordinationSpec("close-coordination", disputed).basedOn).toBe(9);
  });
});

describe("one focal agency", () => {
  it("has the task's only part", () => {
    const row = task({ assignment_mode: "focal", units: ["so-tai-chinh"] });
    const parts = [assignment({ unit: "so-tai-chinh" })];
    expect(ownAssignment(row, parts, "so-tai-chinh", directory)).toBe(parts[0]);
    expect(ownAssignment(row, parts, "so-khcn", directory)).toBeNull();
    expect(taskSpec("assign", row)?.initial).toMatchObject({ mode: "focal", agency: "so-tai-chinh", units: [], group: null });
  });

  it("is named in the history", () => {
    const changes = [{ field: "assignment_mode", old: "joint", new: "focal" }, { field: "units", old: [], new: ["so-tai-chinh"] }];
    expect(sentence({ type: "vn.luuvet.task.assigned.v1", changes }, directory)).toBe(`giao đầu mối tổng hợp: ${directory.name("so-tai-chinh")}`);
  });
});

describe("warnings before a fan-out", () => {
  it("name units that coordinate as well", () => {
    expect(warningsOf(task(), ["so-tai-chinh", "so-khcn"], directory).coordinates).toEqual(["so-tai-chinh"]);
  });
});
