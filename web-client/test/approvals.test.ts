import { describe, expect, it } from "vitest";
import type { Assignment, PostHeld, Statement } from "../src/api/types";
import { mayApprove } from "../src/meaning/fitting";
import { allowing } from "./fixtures";
import { inOrder, itemOf, waitingOf } from "../src/pages/approvals/changes";
import { assignment, directory, statement, task } from "./fixtures";
import type { Allowed } from "../src/state/allowed";

const classes = { text: "Lớp tập huấn", kind: "quantity", quantity: 24, unit: "lớp" } as const;
const obstacle = { kind: "funding", since: null, text: "Chưa có kinh phí", asked_of: null };

function waiting(draft: Partial<Statement>, rest: Partial<Assignment> = {}) {
  const latest = statement(draft);
  const statements = [...(rest.statements ?? []), latest];
  return waitingOf(assignment({ deliverables: [classes], ...rest, draft: latest, statements }))!;
}

const head = allowing("approve-progress");

describe("a report that waits", () => {
  it("is shown against the values approved last", () => {
    const approved = statement({ sequence: 20, state: "approved", percent: 40, obstacle });
    const one = waiting(
      { percent: 65, quantities: [{ deliverable: 1, done: 10 }] },
      { progress_percent: 40, quantities: [{ deliverable: 1, done: 4 }], statements: [approved] },
    );
    expect(one.percent).toEqual({ old: 40, now: 65 });
    expect(one.counts).toEqual([{ name: "Lớp tập huấn", unit: "lớp", wanted: 24, old: 4, now: 10 }]);
    expect(one.approved).toBe(approved);
    expect(one.warnings).toEqual([]);
  });

  it.each([
    [{ percent: 30 }, { progress_percent: 40 }, ["down"]],
    [{ obstacle }, {}, ["obstacle"]],
    [{ percent: 100 }, {}, ["full"]],
    [{ percent: 50 }, { timeliness: "overdue" }, ["overdue"]],
    [{ obstacle }, { statements: [statement({ state: "approved", obstacle })] }, []],
  ] as const)("warns: %o %o", (draft, rest, warnings) => {
    expect(waiting(draft, rest as Partial<Assignment>).warnings).toEqual(warnings);
  });

  it("is approved with all drafts of its assignment, on the state that was read", () => {
    const first = statement({ sequence: 25, percent: 10 });
    const one = waiting({ percent: 20 }, { statements: [first], sequence: 31 });
    expect(itemOf(one)).toEqual({ subject: "assignment/da11.ii.i.1.1.joint", based_on: 31, of: [25, 30] });
  });

  it("stands before others when it needs a look", () => {
    const calm = waiting({ sequence: 5, percent: 20 });
    const warned = waiting({ sequence: 9, percent: 100 });
    expect(inOrder([calm, warned])).toEqual([warned, calm]);
  });

  it("has a key of its own for each new report", () => {
    expect(waiting({ sequence: 30 }).key).not.toBe(waiting({ sequence: 31 }).key);
  });
});

describe("who approves", () => {
  const draft = statement();
  const may = (part: Partial<Assignment>, agency: string, allowed = head): boolean =>
    mayApprove(assignment(part), task().area, agency, directory, allowed);
  const post = (role: PostHeld["role"], areas: string[]) => ({ role, areas, committee: null }) as unknown as PostHeld;

  it("is a lead of a joint assignment, or the unit itself", () => {
    expect(may({ draft }, "so-khcn")).toBe(true);
    expect(may({ draft, lead_agencies: ["cac-so-nganh"] }, "so-tai-chinh")).toBe(true);
    expect(may({ draft }, "so-tai-chinh")).toBe(false);
    expect(may({ draft, unit: "so-tai-chinh" }, "so-khcn")).toBe(false);
  });

  it("has nothing to approve where nothing waits or the work is stopped", () => {
    expect(may({}, "so-khcn")).toBe(false);
    expect(may({ draft, status: "suspended" }, "so-khcn")).toBe(false);
  });

  it("is a deputy in the areas of its post only, in all where it names none", () => {
    const deputy = (...areas: string[]): Allowed => ({ ...head, posts: [post("deputy", areas)] });
    expect(may({ draft }, "so-khcn", deputy("cchc"))).toBe(false);
    expect(may({ draft }, "so-khcn", deputy("khcn-dmst-cds"))).toBe(true);
    expect(may({ draft }, "so-khcn", deputy())).toBe(true);
    const both = { ...head, posts: [post("deputy", ["cchc"]), post("head", [])] };
    expect(may({ draft }, "so-khcn", both)).toBe(true);
  });

  it("is the sponsor of an outside lead", () => {
    expect(may({ draft, unit: "viettel" }, "so-khcn")).toBe(true);
    expect(may({ draft, unit: "viettel" }, "so-tai-chinh")).toBe(false);
  });
});
