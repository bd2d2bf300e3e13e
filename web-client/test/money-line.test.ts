import { describe, expect, it } from "vitest";
import type { BudgetComponent, BudgetLine, MoneySums, Programme } from "../src/api/types";
import { bodyOf } from "../src/forms/convert";
import { allocateSpec, amendContractSpec, disburseSpec, registerComponentSpec } from "../src/forms/specs/money";
import { componentCommands, inBudgetYear, lineCommands, needLeft, openRound, partyTo } from "../src/meaning/money";
import { barsOf, yearsMoney } from "../src/pages/budget/bars";
import { addSums } from "../src/pages/budget/sums";
import { bodyFrom } from "../src/pages/budget/use-need-grid";
import { allowing, directory } from "./fixtures";

const million = 1_000_000;

function sums(part: Partial<MoneySums> = {}): MoneySums {
  const nothing = addSums([]);
  return { ...nothing, ...part };
}

const cell = {
  year: 2026,
  funding_source: "provincial-budget",
  allocated: 300 * million,
  carried_over: 0,
  advances_outstanding: 20 * million,
  disbursed: 120 * million,
  remaining: 180 * million,
  above_ceiling: 0,
} as const;

const component: BudgetComponent = {
  id: "c1",
  name: "Trung tâm dữ liệu",
  investor_agency: "so-khcn",
  investor_text: null,
  code: "7891011",
  kind: "public-investment",
  medium_term_code: null,
  ended: false,
  end_reason: null,
  cells: [cell],
  contracted: 0,
  mobilised: 0,
  spent: 0,
};

function line(part: Partial<BudgetLine> = {}): BudgetLine {
  return {
    id: "da11.iii.i.a.1",
    programme: "lao-cai-de-an-11",
    parent: null,
    heading: false,
    source: { document: "lao-cai-de-an-11", annex: "III", section: "I.A", number: "1" },
    name: "Hạ tầng số",
    lead_agencies: ["so-khcn"],
    coordinating_agencies: [],
    lead_text: null,
    coordinating_text: null,
    funding_source: "undetermined",
    need: { total: 1000 * million, years: { "2026": 400 * million, "2027": 600 * million } },
    allocated: 300 * million,
    disbursed: 120 * million,
    printed_need: null,
    revised_need: null,
    sources: [{ year: 2026, funding_source: "provincial-budget", amount: 250 * million }],
    sums: sums(),
    by_year: [
      { ...sums({ need: 400 * million, allocated: 300 * million }), year: 2026 },
      { ...sums({ need: 600 * million }), year: 2027 },
    ],
    by_source: [],
    components: [component],
    allocations: [],
    contracts: [],
    outside_money: [],
    links: [],
    withheld: false,
    sequence: 560,
    updated_at: "2026-04-16T01:00:00.000Z",
    updated_by: { actor: "luuvet", agency: "luuvet" },
    ...part,
  };
}

describe("the bars", () => {
  it("split each year's need into its sources and what has none", () => {
    const years = yearsMoney([line()], {});
    expect(years.map((year) => [year.year, year.need / million])).toEqual([
      ["2026", 400],
      ["2027", 600],
    ]);
    expect([...(years[0]?.bySource ?? [])]).toEqual([
      ["provincial-budget", 250 * million],
      ["undetermined", 150 * million],
    ]);
    expect(barsOf(years).map((bars) => bars.stack)).toEqual(["need", "need", "allocated", "disbursed"]);
  });

  it("follow the filters, and leave headings out", () => {
    expect(yearsMoney([line()], { year: "2027" }).map((year) => year.year)).toEqual(["2027"]);
    const [only] = yearsMoney([line()], { source: "provincial-budget" });
    expect([only?.need, only?.allocated]).toEqual([250 * million, 300 * million]);
    expect(yearsMoney([line({ heading: true })], {})).toEqual([]);
  });
});

describe("sums of rows", () => {
  it("add up; what no row knows stays unknown", () => {
    const all = addSums([sums({ need: 1, revised_need: null }), sums({ need: 2, revised_need: 5 })]);
    expect([all.need, all.revised_need, all.contracted]).toEqual([3, 5, null]);
  });
});

describe("what is left of a year's need", () => {
  it("does not count what was carried over from another year", () => {
    const year = { ...sums({ need: 400, allocated: 300, carried_over: 100 }), year: 2026 };
    expect(needLeft(line({ by_year: [year] }), 2026)).toBe(200);
  });
});

it("a budget year lasts until the end of the January after it", () => {
  expect([inBudgetYear("2027-01-31", 2026), inBudgetYear("2027-02-01", 2026), inBudgetYear("2025-12-31", 2026)]).toEqual([true, false, false]);
});

describe("commands", () => {
  const all = ["assign-sources", "amend-need", "revise-need", "register-component", "allocate", "disburse", "register-contract", "enter-outside-money", "amend-component", "end-component"];
  const round = { due: "2026-05-01", document: "x", opened_at: "2026-04-01T00:00:00Z", closed_at: null, lines: 1, revised: 0 };

  it("of a lead agency are its components, its payments, and its needs while a round is open", () => {
    const allowed = { ...allowing(...all), has: () => false };
    const party = partyTo(line(), "so-khcn", allowed, directory);
    expect(lineCommands(line(), party, null, allowed)).toEqual(["register-component"]);
    expect(lineCommands(line(), party, round, allowed)).toEqual(["register-component", "revise-need"]);
    expect(componentCommands(component, party, allowed)).toEqual(["disburse", "register-contract", "amend-component", "end-component"]);
    expect(componentCommands({ ...component, kind: "non-budget" }, party, allowed)).toContain("enter-outside-money");
    expect(componentCommands({ ...component, ended: true }, party, allowed)).toEqual([]);
  });

  it("of the department of finance are sources and allocations of any line", () => {
    const allowed = { ...allowing(...all), has: (role: string) => role === "finance" };
    const party = partyTo(line(), "so-tai-chinh", allowed, directory);
    expect(lineCommands(line(), party, null, allowed)).toEqual(["register-component", "assign-sources", "amend-need"]);
    expect(componentCommands(component, party, allowed)).toContain("allocate");
    expect(lineCommands(line({ heading: true }), party, null, allowed)).toEqual([]);
  });

  it("know an open round by its last", () => {
    expect(openRound({ need_rounds: [round] } as unknown as Programme)).toBe(round);
    expect(openRound({ need_rounds: [{ ...round, closed_at: "2026-05-02T00:00:00Z" }] } as unknown as Programme)).toBeNull();
  });
});

describe("forms", () => {
  const typed = (text: string, unit = "million") => ({ text, unit });

  it("an allocation sends whole đồng and a year as a number; beyond the need it needs a reason", () => {
    const spec = allocateSpec(line(), component);
    const values = { ...spec.initial, budget_year: "2026", funding_source: "provincial-budget", amount: typed("100"), document: { id: "12-qd", later: null } };
    const made = bodyOf(spec, values, spec.initial);
    expect(made.faults).toEqual({});
    expect(made.body).toEqual({ component: "c1", budget_year: 2026, funding_source: "provincial-budget", amount: 100 * million, document: "12-qd", receiver: "so-khcn" });
    expect(Object.keys(bodyOf(spec, { ...values, amount: typed("100,1") }, spec.initial).faults)).toEqual(["above_need_reason"]);
    expect(bodyOf(spec, { ...values, amount: typed("500"), carried_from: "2025" }, spec.initial).faults).toEqual({});
    expect(Object.keys(bodyOf(spec, { ...values, amount: typed("37.6") }, spec.initial).faults)).toEqual(["amount"]);
  });

  it("an allocation asks why where what it pays for has no measurable product", () => {
    const row = { subject: "task/t1", title: "Hội thảo", programme: "p1", content: null, source: null, leads: [], lead_text: null, coordinating: [], coordinating_text: null, deadline: null, deliverables: [], unit: null, member: null, member_position: null, targets: [], sequence: 1 };
    const link = { id: "funds-0123456789abcdef", kind: "funds", component: null, component_name: null, status: "linked", binding: [], differs: [], figures_shared: null, figures_apart: null, document: null, row } satisfies BudgetLine["links"][number];
    const asks = (links: BudgetLine["links"]) => allocateSpec(line({ links }), component).fields.find((field) => field.name === "no_product_reason");
    expect(asks([])).toBeUndefined();
    expect(asks([link])).toMatchObject({ required: true, hint: expect.stringContaining("Hội thảo") });
    expect(asks([{ ...link, component: "c1" }])).toBeDefined();
    expect(asks([{ ...link, component: "c2" }])).toBeUndefined();
    expect(asks([{ ...link, status: "proposed" }])).toBeUndefined();
    const product = { kind: "other", text: "Hội thảo", quantity: 2, unit: "cuộc" } as const;
    expect(asks([{ ...link, row: { ...row, deliverables: [product] } }])).toBeUndefined();
  });

  it("a code in the medium-term plan is asked of public investment", () => {
    const field = registerComponentSpec(line(), "so-khcn").fields.find((one) => one.name === "medium_term_code");
    expect([field?.when?.({ kind: "public-investment" }), field?.when?.({ kind: "recurrent" }), field?.when?.({ kind: "recurrent", medium_term_code: "A-1" })]).toEqual([true, false, true]);
  });

  it("a payment says what is left, and why where it is paid outside its year", () => {
    const spec = disburseSpec(line(), component);
    const hint = spec.fields.find((field) => field.name === "amount")?.hint;
    expect(typeof hint === "function" && hint(spec.initial)).toContain("180");
    expect(typeof hint === "function" && hint({ ...spec.initial, kind: "advance-recovery" })).toContain("20");
    const values = { ...spec.initial, amount: typed("1.000.000", "dong"), paid_on: "15/01/2026" };
    expect(bodyOf(spec, values, spec.initial).body).toMatchObject({ kind: "payment", amount: 1_000_000, paid_on: "2026-01-15", budget_year: 2026 });
    expect(Object.keys(bodyOf(spec, { ...values, paid_on: "31/12/2025" }, spec.initial).faults)).toEqual(["reason"]);
  });

  it("amending a contract sends what differs", () => {
    const contract = { id: "k1", component: "c1", number: "01/HĐ", signed_on: "2026-03-01", contractor: "Công ty A", amount: 5 * million, document: null, disbursed: 0, advances_outstanding: 0, sequence: 1 };
    const spec = amendContractSpec(line(), contract);
    const made = bodyOf(spec, { ...spec.initial, amount: typed("6"), reason: "Phát sinh" }, spec.initial);
    expect(made).toEqual({ body: { set: { amount: 6 * million }, contract: "k1", reason: "Phát sinh" }, faults: {} });
  });

  it("needs and sources go whole; sources of nothing are left out", () => {
    const amounts = new Map([
      ["need 2026", 400],
      ["central-budget 2026", 0],
      ["provincial-budget 2026", 250],
    ]);
    const source = { year: 2026, funding_source: "provincial-budget", amount: 250 };
    expect(bodyFrom("amend-need", ["2026"], amounts)).toEqual({ years: [{ year: 2026, amount: 400 }], sources: [source] });
    expect(bodyFrom("assign-sources", ["2026"], amounts)).toEqual({ sources: [source] });
    expect(bodyFrom("revise-need", ["2026"], amounts)).toEqual({ years: [{ year: 2026, amount: 400 }] });
  });
});
