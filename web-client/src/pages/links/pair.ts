// Two rows side by side, whatever was recorded of them: what the page works on.

import type { Binding, Link, LinkField, LinkKind, LinkRow, LinkSuggestion } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { deadlineText } from "../../meaning/deadline";

export interface Pair {
  id: string;
  kind: LinkKind;
  subjects: readonly [string, string];
  component: { id: string; name: string } | null; // of the line, of a link of funds
  rows: readonly [LinkRow, LinkRow];
  differs: readonly LinkField[];
  shared: readonly string[];
  score: number | null;
  figuresApart: Link["figures_apart"]; // why two indicators do not share their figures
  link: Link | null; // what was recorded
}

function componentOf({ component: id, component_name: name }: Pick<Link, "component" | "component_name">): Pair["component"] {
  return id === null ? null : { id, name: name ?? id };
}

export function ofSuggestion(found: LinkSuggestion): Pair[] {
  const [a, b] = found.rows;
  const [first, second] = found.subjects;
  if (!a || !b || !first || !second) return [];
  const { id, kind, differs, shared, score, figures_apart: figuresApart } = found;
  return [{ id, kind, subjects: [first, second], component: componentOf(found), rows: [a, b], differs, shared, score, figuresApart, link: null }];
}

export function ofLink(link: Link): Pair[] {
  const [a, b] = link.rows;
  const [first, second] = link.subjects;
  if (!a || !b || !first || !second) return [];
  const { id, kind, differs, figures_apart: figuresApart } = link;
  return [{ id, kind, subjects: [first, second], component: componentOf(link), rows: [a, b], differs, shared: [], score: null, figuresApart, link }];
}

export type Choice = Partial<Record<LinkField, 0 | 1>>; // which row binds

// What has to be chosen: where twins differ.
export const openFields = (pair: Pair): readonly LinkField[] => (pair.kind === "twin" ? pair.differs : []);

export function bindingOf(pair: Pair, choice: Choice): Binding[] | null {
  const binding: Binding[] = [];
  for (const field of openFields(pair)) {
    const row = choice[field];
    if (row === undefined) return null;
    binding.push({ field, subject: pair.subjects[row] });
  }
  return binding;
}

export function choiceOf(pair: Pair): Choice {
  const choice: Choice = {};
  for (const bound of pair.link?.binding ?? []) choice[bound.field] = bound.subject === pair.subjects[0] ? 0 : 1;
  return choice;
}

// How deciding the pair is said: a budget line pays for something, two lines may pay for the same, or rows are the same.
export function sayingsOf(pair: Pair) {
  const words = t.links;
  const { reject, rejectReason, rejectDefault, proposeDefault } = words;
  const rows = { link: pair.kind === "twin" ? words.link : words.relate, reject, rejectReason, rejectDefault, proposeDefault };
  if (pair.kind !== "funds") return rows;
  return pair.subjects.every((subject) => subject.startsWith("budget-line/")) ? { ...rows, ...words.lines } : words.funds;
}

export const all = (pair: Pair, row: 0 | 1): Choice => Object.fromEntries(openFields(pair).map((field) => [field, row]));

function quantity(item: LinkRow["deliverables"][number]): string {
  const count = item.quantity === null ? "" : ` (${formatNumber(item.quantity)}${item.unit ? ` ${item.unit}` : ""})`;
  return `${item.text}${count}`;
}

// A field of a row in words, as printed where it was printed.
export function textOf(row: LinkRow, field: LinkField, names: (ids: readonly string[]) => string): string {
  if (field === "title") return [row.title, row.content].filter(Boolean).join("\n");
  if (field === "deadline") return row.deadline ? deadlineText(row.deadline) : t.links.noDeadline;
  if (field === "leads") return row.lead_text || names(row.leads) || t.links.noAgency;
  if (field === "coordinating") return row.coordinating_text || names(row.coordinating) || t.links.noAgency;
  if (field === "deliverables") return row.deliverables.map(quantity).join("; ") || t.links.noProducts;
  if (field === "unit") return row.unit ?? t.links.noUnit;
  if (field === "member") return row.member_position ?? row.member ?? t.links.noMember;
  return row.targets.map((target) => `${target.year}: ${target.text}`).join("; ") + (row.unit ? ` (${row.unit})` : "");
}

const ofTasks: readonly LinkField[] = ["title", "deadline", "leads", "coordinating", "deliverables"];
const ofIndicators: readonly LinkField[] = ["title", "leads", "coordinating", "targets", "unit", "member"];

// A task beside an indicator has nothing to compare but the words.
export function fieldsOf(pair: Pair): readonly LinkField[] {
  if (pair.kind === "funds") return ["title", "leads"];
  const tasks = pair.subjects.filter((subject) => subject.startsWith("task/")).length;
  if (tasks === 2) return ofTasks;
  return tasks === 0 ? ofIndicators : ["title", "leads"];
}

export function labelOf(subjects: readonly string[], field: LinkField): string {
  const indicators = subjects.every((subject) => subject.startsWith("indicator/"));
  if (indicators && field === "leads") return t.links.indicatorLeads;
  if (indicators && field === "coordinating") return t.links.indicatorCoordinating;
  return t.links.field[field];
}
