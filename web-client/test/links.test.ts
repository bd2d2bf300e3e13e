import { expect, test } from "vitest";
import type { LinkOfTask, LinkRow, LinkSuggestion, Target } from "../src/api/types";
import { t } from "../src/i18n";
import { distinctOf } from "../src/pages/board/filter";
import { all, bindingOf, fieldsOf, labelOf, ofSuggestion, sayingsOf, textOf, type Pair } from "../src/pages/links/pair";
import { task } from "./fixtures";

const row = (id: string, part: Partial<LinkRow> = {}): LinkRow => ({
  subject: `task/${id}`,
  programme: "lao-cai-bcd-2026",
  title: "Triển khai Phong trào “Bình dân học vụ số”",
  content: null,
  source: null,
  leads: ["so-khcn"],
  lead_text: "Sở KH&CN",
  coordinating: [],
  coordinating_text: null,
  deadline: null,
  deliverables: [],
  unit: null,
  member: null,
  member_position: null,
  targets: [],
  sequence: 7,
  ...part,
});

const suggestion = (kind: LinkSuggestion["kind"]): LinkSuggestion => ({
  id: "twin-0123456789abcdef",
  kind,
  subjects: ["task/a", "task/b"],
  component: null,
  component_name: null,
  score: 89,
  shared: ["Bình dân học vụ số"],
  differs: ["deadline", "leads"],
  figures_shared: null,
  figures_apart: null,
  rows: [row("a"), row("b")],
});
const [twins] = ofSuggestion(suggestion("twin")) as [Pair];

test("twins are linked once it is said which row binds wherever they differ", () => {
  expect(bindingOf(twins, {})).toBeNull();
  expect(bindingOf(twins, { deadline: 1 })).toBeNull();
  expect(bindingOf(twins, { deadline: 1, leads: 0 })).toEqual([
    { field: "deadline", subject: "task/b" },
    { field: "leads", subject: "task/a" },
  ]);
  expect(bindingOf(twins, all(twins, 0))?.map((bound) => bound.subject)).toEqual(["task/a", "task/a"]);
});

test("a suggestion says which component of the line fits", () => {
  const named = { ...suggestion("funds"), component: "c1", component_name: "Nâng cấp trung tâm dữ liệu" };
  expect(ofSuggestion(named)[0]?.component).toEqual({ id: "c1", name: "Nâng cấp trung tâm dữ liệu" });
  expect(twins.component).toBeNull();
});

test("what is only related keeps its own words", () => {
  const [related] = ofSuggestion(suggestion("related")) as [Pair];
  expect(bindingOf(related, {})).toEqual([]);
});

test("rows show what they can be compared by", () => {
  expect(fieldsOf(twins)).toContain("deliverables");
  const target = { year: 2026, text: "≥ 3%", comparator: ">=", value: 3, unit: null, parts: [] } satisfies Target;
  expect(textOf(row("a", { targets: [target], unit: "%" }), "targets", () => "")).toBe("2026: ≥ 3% (%)");
  expect(textOf(row("a", { lead_text: null }), "leads", (ids) => ids.join())).toBe("so-khcn");
});

test("indicators are compared by unit and by who is in charge", () => {
  const subjects: [string, string] = ["indicator/a", "indicator/b"];
  expect(fieldsOf({ ...twins, subjects })).toEqual(["title", "leads", "coordinating", "targets", "unit", "member"]);
  expect(labelOf(subjects, "leads")).toBe(t.links.indicatorLeads);
  expect(labelOf(["task/a"], "leads")).toBe(t.links.field.leads);
  expect(textOf(row("a", { unit: "%" }), "unit", () => "")).toBe("%");
  expect(textOf(row("a"), "unit", () => "")).toBe(t.links.noUnit);
  expect(textOf(row("a", { member: "m", member_position: "Giám đốc" }), "member", () => "")).toBe("Giám đốc");
  expect(textOf(row("a"), "member", () => "")).toBe(t.links.noMember);
});

const linked = (other: string, part: Partial<LinkOfTask> = {}): LinkOfTask => ({
  id: "twin-0123456789abcdef",
  kind: "twin",
  component: null,
  component_name: null,
  status: "linked",
  binding: [],
  differs: [],
  figures_shared: null,
  figures_apart: null,
  document: null,
  row: row(other),
  ...part,
});

test("each set of linked twins counts once, also by way of a row that is not shown", () => {
  const a = task({ id: "a", links: [linked("b")] });
  const b = task({ id: "b", links: [linked("a"), linked("c")] });
  const c = task({ id: "c", links: [linked("b")] });
  const d = task({ id: "d", links: [linked("a", { kind: "related" }), linked("c", { status: "proposed" })] });
  expect(distinctOf([a, b, c, d], [a, b, c, d])).toBe(2);
  expect(distinctOf([a, c], [a, b, c, d])).toBe(1);
});

test("deciding is said in the words of what the pair is", () => {
  const funds: Pair = { ...twins, kind: "funds", subjects: ["budget-line/x", "task/b"] };
  const lines: Pair = { ...funds, subjects: ["budget-line/x", "budget-line/y"] };
  expect([twins, funds, lines].map((pair) => sayingsOf(pair).link)).toEqual(["Liên kết", "Gắn", "Ghi nhận cấp vốn trùng"]);
  expect([twins, funds, lines].map((pair) => sayingsOf(pair).reject)).toEqual(["Không trùng", "Không gắn", "Không trùng"]);
  expect(sayingsOf(funds).proposeDefault).toBe("Dòng kinh phí này có thể cấp vốn cho việc đó.");
  expect(sayingsOf(twins).proposeDefault).toBe("Hai dòng cùng một việc.");
});
