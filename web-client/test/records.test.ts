import { describe, expect, test } from "vitest";
import type { Mission } from "../src/api/types";
import { bodyOf, typedValue } from "../src/forms/convert";
import { amountField, externalIdsField, organisationField, organisationValue, placesField, stepsField } from "../src/forms/record-fields";
import { entrySpec, missionSpec } from "../src/forms/specs/records";
import { stepsFor } from "../src/pages/records/commands";

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
