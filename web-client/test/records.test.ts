import { describe, expect, test } from "vitest";
import type { Mission } from "../src/api/types";
import { bodyOf, typedValue } from "../src/forms/convert";
import { amountField, externalIdsField, organisationField, organisationValue, placesField, stepsField } from "../src/forms/record-fields";
import { stepCorrectionSpec } from "../src/forms/specs/mission-steps";
import { entrySpec, missionSpec } from "../src/forms/specs/records";
import { canTakeBack, keepsEntry, stepsFor } from "../src/pages/records/commands";

const everything = () => true;
const programmes = { ids: ["p1"], nameOf: (id: string) => id };

function mission(part: Partial<Mission> = {}): Mission {
  return {
    id: "m1",
    title: "Giống lúa",
    kind: "topic",
    programme: "p1",
    tasks: [],
    host: null,
    managing_agency: "so-khcn",
    from: null,
    to: null,
    budget: 900,
    cost_benefit: null,
    ordered_on: "2026-01-05",
    document: "qd-1",
    stage: "ordered",
    selection: null,
    contract: null,
    disbursements: [],
    disbursed: 0,
    councils: [],
    acceptance: null,
    transfer: null,
    follow_up: null,
    follow_up_due: null,
    follow_up_overdue: false,
    stop: null,
    milestones: [],
    overdue_milestones: 0,
    corrections: [],
    comment_count: 0,
    withheld: false,
    sequence: 7,
    updated_at: "2026-01-05T00:00:00.000Z",
    updated_by: { actor: "a", agency: "so-khcn" },
    ...part,
  };
}
const passed = { sequence: 8, kind: "acceptance", held_on: "2026-01-05", result: "passed", document: "qd-1", note: null } as const;

describe("steps of a mission", () => {
  test("the next step comes first, acceptance once a council passed it", () => {
    expect(stepsFor(mission(), true, false, everything)[0]).toBe("select-mission");
    const underWay = mission({ stage: "under-way" });
    expect(stepsFor(underWay, true, false, everything)).not.toContain("accept-mission");
    expect(stepsFor({ ...underWay, councils: [passed] }, true, false, everything)).toContain("accept-mission");
    expect(stepsFor({ ...underWay, councils: [passed, { ...passed, result: "failed" }] }, true, false, everything)).not.toContain("accept-mission");
    expect(stepsFor(mission({ stage: "stopped" }), true, false, everything)).toEqual([]);
  });
  test("its host has its own part, nobody has more than the table of rights gives", () => {
    expect(stepsFor(mission({ stage: "accepted" }), false, true, everything)).toEqual(["follow-up-mission", "set-mission-milestones"]);
    expect(stepsFor(mission(), false, false, everything)).toEqual([]);
    expect(stepsFor(mission(), true, false, (right) => right === "advance-mission")).toEqual(["select-mission", "hold-council"]);
  });
});

describe("a step entered wrongly", () => {
  const contract = { number: "12/HĐ", amount: 600, on: "2026-01-06", document: "qd-1" };
  const payment = { sequence: 9, amount: 600, paid_on: "2026-01-07", document: null, note: null };
  const paid = mission({ stage: "under-way", contract, disbursements: [payment] });
  test("the last step is taken back, payments and councils in any order", () => {
    expect(canTakeBack(mission({ stage: "contracted", contract }), "contract")).toBe(true);
    expect(canTakeBack(paid, "contract")).toBe(false);
    expect(canTakeBack(paid, "disbursement")).toBe(true);
    const stop = { sequence: 12, on: "2026-01-08", reason: null, document: "qd-1" };
    expect(canTakeBack(mission({ stage: "stopped", contract, stop }), "contract")).toBe(false);
    expect(canTakeBack(mission({ stage: "stopped", contract, stop }), "stop")).toBe(true);
  });
  test("a correction sends what differs, and which step it is", () => {
    const spec = stepCorrectionSpec("correct-mission-step", paid, "disbursement", 9);
    const { body, faults } = bodyOf(spec, { ...spec.initial, amount: "550", reason: "Thừa" }, spec.initial);
    expect(faults).toEqual({});
    expect(body).toEqual({ step: "disbursement", of: 9, set: { amount: 550 }, reason: "Thừa" });
    expect(bodyOf(spec, { ...spec.initial, reason: "Thừa" }, spec.initial).faults[""]).toBeTruthy();
  });
  test("taking back sends the step and the reason alone", () => {
    const spec = stepCorrectionSpec("take-back-mission-step", paid, "contract", null);
    expect(bodyOf(spec, { ...spec.initial, reason: "Nhầm" }, spec.initial).body).toEqual({ step: "contract", reason: "Nhầm" });
  });
});

describe("who keeps a row of a register", () => {
  const directory = { includes: (list: readonly string[], id: string) => list.includes(id) };
  const rows = { task: { lead_agencies: ["so-noi-vu"] } as never, line: undefined };
  const officer = (role: string) => role === "officer";
  test("the standing agency, or who leads the row that it names", () => {
    expect(keepsEntry("so-khcn", true, () => false, rows, directory)).toBe(true);
    expect(keepsEntry("so-noi-vu", false, officer, rows, directory)).toBe(true);
    expect(keepsEntry("so-tai-chinh", false, officer, rows, directory)).toBe(false);
    expect(keepsEntry("so-noi-vu", false, (role) => role === "clerk", rows, directory)).toBe(false);
    expect(keepsEntry(null, false, officer, rows, directory)).toBe(false);
  });
});

describe("what is sent", () => {
  const sent = (field: ReturnType<typeof amountField>, value: unknown) => bodyOf({ fields: [field] }, { [field.name]: value }, {});
  test("amounts are whole đồng, also below zero", () => {
    expect(sent(amountField("amount"), "1.200.000.000").body).toEqual({ amount: 1_200_000_000 });
    expect(sent(amountField("amount"), "-500.000").body).toEqual({ amount: -500_000 });
    expect(sent(amountField("amount"), "1,5").faults["amount"]).toBeTruthy();
    expect(sent(amountField("amount"), "").body).toEqual({});
  });
  test("a body is an agency or a name", () => {
    expect(sent(organisationField("host"), { other: true, agency: "x", name: " Viện Lúa " }).body).toEqual({ host: { name: "Viện Lúa" } });
    expect(sent(organisationField("host"), organisationValue({ agency: "so-khcn", name: null })).body).toEqual({ host: { agency: "so-khcn" } });
    expect(sent(organisationField("host", { required: true }), organisationValue(null)).faults["host"]).toBeTruthy();
  });
  test("milestones need a name and real days", () => {
    expect(sent(stepsField(), [{ name: "Giữa kỳ", due: "30/09/2026", done: "" }]).body).toEqual({
      milestones: [{ name: "Giữa kỳ", due: "2026-09-30", done_on: null }],
    });
    expect(sent(stepsField(), [{ name: "", due: "30/09/2026", done: "" }]).faults["milestones"]).toBeTruthy();
    expect(sent(stepsField(), [{ name: "Giữa kỳ", due: "31/09/2026", done: "" }]).faults["milestones"]).toBeTruthy();
  });
  test("ids of other systems and places stand line by line", () => {
    expect(sent(externalIdsField, "vp-ubnd NV-42\n\ntw A 1").body).toEqual({
      external_ids: [
        { system: "vp-ubnd", id: "NV-42" },
        { system: "tw", id: "A 1" },
      ],
    });
    expect(sent(externalIdsField, "NV-42").faults["external_ids"]).toBeTruthy();
    const places = placesField("replicated", new Set(["xa-a"]));
    expect(sent(places, "xa-a\nXã bạn").body).toEqual({ replicated: [{ agency: "xa-a" }, { name: "Xã bạn" }] });
    expect(typedValue(places, [{ agency: "xa-a", name: null }, { agency: null, name: "Xã bạn" }])).toBe("xa-a\nXã bạn");
  });
  test("an amendment sends what changed, and the reason beside it", () => {
    const spec = missionSpec("amend-mission", mission(), programmes);
    const { body } = bodyOf(spec, { ...spec.initial, budget: "1.000", reason: "Bổ sung" }, spec.initial);
    expect(body).toEqual({ set: { budget: 1000 }, reason: "Bổ sung" });
    expect(spec.path).toBe("/missions/m1/amend");
  });
  test("a row of a register has its own members and no other", () => {
    const entry = { id: "e1", register: "model", name: "Mô hình", agency: "xa-a", sequence: 3, replicated: [], users: [] } as never;
    const names = entrySpec("amend-register-entry", entry, programmes, new Set()).fields.map((field) => field.name);
    expect(names).toContain("place");
    expect(names).not.toContain("number");
  });
});
