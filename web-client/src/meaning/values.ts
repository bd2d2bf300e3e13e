// Any value of a change, in words: what history and conflict cards show.

import type { ComputedFrom, Deadline, Deliverable, DocumentRef, FigureKind, FormerName, Holding, Measure, MeasurePlace, Obstacle, PeopleOf, PublicationDuty, Source, StoredFile, Target, Token } from "../api/types";
import { formatDay, isDay } from "../format/date";
import { formatMillions, formatNumber, formatPercent } from "../format/number";
import { formatSize } from "../format/size";
import { t } from "../i18n";
import { computedText } from "./counted";
import type { Directory } from "./directory";
import { boundText } from "./measures";
import { moneyInWords } from "./money-values";
import { periodName, periodWithin } from "./period";
import { shortPlace } from "./place";
import { dutyText } from "./publication";
import { lineOfTarget } from "./targets";

const digestShown = 12; // digits

const accounts = ["account", "leader", "officers", "handed_from", "handed_to"];
const percents = ["percent", "progress_percent", "reported_percent", "opening_percent"];
const years = ["year", "year_from", "year_to", "from"]; // never in groups of three
const ours = ["sequence"]; // tells people nothing
const agencies = [
  "lead_agencies",
  "coordinating_agencies",
  "confirming_agency",
  "tracking_agencies",
  "implementing_agencies",
  "units",
  "group",
  "to",
  "members",
  "standing_agency",
  "from_agencies",
  "in_charge_agencies",
  "agency",
  "sponsor",
  "managing_agency",
  "lead_agency",
  "users",
  "into",
  "merged_into",
  "unit",
  "submitters",
  "verifier",
];
const documents = ["document", "cost_benefit", "mandate", "submit_document", "evidence"];
const records = ["mission", "big-problem", "register-entry", "proposal"];
const statuses = ["status", "opening_status"];

type Words = Record<string, string>;

export function inWords(field: string, value: unknown, directory: Directory): string {
  if (value === null || value === undefined || value === "") return t.history.nothing;
  const money = moneyInWords(field, value);
  if (money !== null) return money;
  if (typeof value === "boolean") return value ? t.common.yes : t.common.no;
  if (typeof value === "number" && years.includes(field)) return String(value);
  if (typeof value === "number") return percents.includes(field) ? formatPercent(value) : formatNumber(value);
  if (typeof value === "string") return textInWords(field, value, directory);
  if (Array.isArray(value)) return listInWords(field, value, directory);
  return objectInWords(field, value as Record<string, unknown>, directory);
}

// The accounts that a value names.
export function accountsIn(field: string, value: unknown): string[] {
  if (typeof value === "string") return accounts.includes(field) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => accountsIn(field, part));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => accountsIn(name, part));
}

// Of an indicator: by which it was published, or said by statistics.
const saysDocument = (field: string): boolean => /^(publication|official_document) /.test(field);

function textInWords(field: string, value: string, directory: Directory): string {
  if (accounts.includes(field)) return directory.person(value);
  if (documents.includes(field) || saysDocument(field)) return directory.documentName(value);
  if (isDay(value)) return formatDay(value);
  if (agencies.includes(field)) return directory.name(value);
  if (field === "programme") return directory.programmeName(value);
  if (field === "period") return periodName(value);
  const words: Words | undefined = vocabularyOf(field);
  return words?.[value] ?? value;
}

function vocabularyOf(field: string): Words | undefined {
  if (statuses.includes(field)) return t.status;
  if (field === "area" || field === "areas") return t.area;
  if (field === "stage") return { ...t.plans.states, ...t.records.stages };
  if (field === "state") return { ...t.records.outcomes, ...t.records.proposalStates };
  if (field === "way") return t.records.ways;
  if (field === "form") return t.records.forms;
  if (field === "outcome") return t.records.outcomes;
  if (field === "register") return t.records.registers;
  if (field === "role") return t.people.roles;
  if (field === "capacity") return t.people.capacities;
  if (field === "scope") return { read: t.people.admin.read, write: t.people.admin.write };
  if (field === "province") return t.province;
  if (field === "decision" || field === "mode" || field === "assignment_mode") return t.commands.choices;
  if (field === "statement_state") return t.statementState;
  if (field === "funding_source") return t.fundingSource;
  if (field === "direction") return t.indicators.direction;
  if (field === "counting") return t.indicators.counting;
  if (field === "tier") return t.indicators.tiers;
  if (field === "frequency") return t.indicators.frequency;
  if (field === "combine") return t.indicators.combine;
  if (field.endsWith("_stage")) return t.indicators.stages;
  return field === "kind" ? { ...t.agencyKind, ...t.documentKind, ...t.doubtKind, ...t.records.kinds, ...t.records.councils, ...t.indicators.kinds, ...t.indicators.checks, person: t.people.admin.person, machine: t.people.admin.machine } : undefined;
}

function listInWords(field: string, values: readonly unknown[], directory: Directory): string {
  if (values.length === 0) return t.history.nothing;
  if (field === "holdings") return (values as Holding[]).map((value) => holdingInWords(value, directory)).join("; ");
  if (field === "tokens") return (values as Token[]).map(tokenInWords).join("; ");
  if (field === "former_names") return (values as FormerName[]).map(formerNameInWords).join("; ");
  if (field === "people") return (values as PeopleOf[]).map((value) => peopleInWords(value, directory)).join("; ");
  if (field === "measures") return (values as Measure[]).map((value) => `${boundText(value)} ${value.what}`).join("; ");
  if (field === "measures_rejected") return (values as MeasurePlace[]).map((value) => `“${value.text}”`).join("; ");
  if (field === "deliverables") return values.map((value) => deliverableInWords(value)).join("; ");
  if (field === "targets" || field.startsWith("target_set ")) return (values as Target[]).map(lineOfTarget).join("; ");
  return values.map((value) => inWords(field, value, directory)).join("; ");
}

// "Nguyễn Văn A, 01/05/2026 - 31/12/2026, Thừa lệnh (TL.)"
function holdingInWords(value: Holding, directory: Directory): string {
  const until = value.to ? `${formatDay(value.from)} - ${formatDay(value.to)}` : `${t.people.fields.from.toLowerCase()} ${formatDay(value.from)}`;
  return `${directory.person(value.account)}, ${until}, ${t.people.capacities[value.capacity]}`;
}

function tokenInWords(value: Token): string {
  const state = value.revoked ? `, ${t.people.admin.revoked.toLowerCase()}` : "";
  return `${value.label ?? value.token}, ${t.people.admin[value.scope].toLowerCase()}, ${t.people.fields.expires.toLowerCase()} ${formatDay(value.expires_on)}${state}`;
}

export function formerNameInWords(value: FormerName): string {
  return t.bodies.formerUntil(value.name, formatDay(value.to));
}

function peopleInWords(value: PeopleOf, directory: Directory): string {
  const officers = value.officers.map((account) => directory.person(account)).join(", ");
  const parts = [value.leader && directory.person(value.leader), value.department, officers].filter(Boolean);
  return `${directory.shortName(value.agency)}: ${parts.join(", ") || t.history.nothing}`;
}

function fileInWords(value: StoredFile): string {
  return `${value.name} (${formatSize(value.size)}, SHA-256 ${value.digest.slice(0, digestShown)})`;
}

function deliverableInWords(value: unknown): string {
  const item = value as Partial<Deliverable> & { deliverable?: number };
  return item.text ?? `#${item.deliverable ?? ""}`;
}

function objectInWords(field: string, value: Record<string, unknown>, directory: Directory): string {
  if (field === "computed_from") return computedText(value as unknown as ComputedFrom);
  if (field === "publication") return dutyText(value as unknown as PublicationDuty, directory);
  if (isKind(field) || field.startsWith("official_figure ")) return figureInWords(value as unknown as FigureValue);
  if (field === "deadline") return deadlineInWords(value as Partial<Deadline>);
  if (field === "file") return fileInWords(value as unknown as StoredFile);
  if (field === "source") return shortPlace(value as unknown as Source);
  if (field === "obstacle") return obstacleInWords(value as Partial<Obstacle>);
  if ((field === "document" || saysDocument(field)) && "later" in value) return t.commands.document.laterShown(formatDay(String(value["later"])));
  if (field === "need" && typeof value["total"] === "number") return t.common.overMillion(formatMillions(value["total"]));
  return Object.entries(value)
    .filter(([name]) => !ours.includes(name))
    .filter(([, part]) => part !== null && part !== "" && !(Array.isArray(part) && part.length === 0))
    .map(([name, part]) => `${t.history.fields[name] ?? t.indicators.fields[name] ?? name}: ${inWords(name, part, directory)}`)
    .join("; ");
}

interface FigureValue {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

const isKind = (field: string): boolean => field in t.indicators.kinds;

// "72,5 (29 / 40)"
function figureInWords(figure: FigureValue): string {
  if (figure.value == null) return t.history.nothing;
  const fraction = figure.numerator == null || figure.denominator == null ? "" : ` (${formatNumber(figure.numerator)} / ${formatNumber(figure.denominator)})`;
  return formatNumber(figure.value) + fraction;
}

function deadlineInWords(deadline: Partial<Deadline>): string {
  const due = deadline.due ? ` (${t.deadline.due(formatDay(deadline.due))})` : "";
  return `${deadline.text || t.deadline.none}${due}`;
}

function obstacleInWords(obstacle: Partial<Obstacle>): string {
  const kind = obstacle.kind ? `${t.obstacleKind[obstacle.kind] ?? obstacle.kind}: ` : "";
  const text = obstacle.text ?? "";
  return obstacle.asked_of ? `${kind}${text.replace(/\.\s*$/, "")}. ${t.task.askedOf}: ${obstacle.asked_of}` : `${kind}${text}`;
}

export function documentRefText(ref: DocumentRef, nameOf: (id: string) => string): string {
  return typeof ref === "string" ? nameOf(ref) : t.commands.document.laterShown(formatDay(ref.later));
}

const ulid = /^[0-9a-z]{26}$/;

// The same name means different things: the title of a post is none of a task. "line da11.ii.i.1.1.joint": each line of a plan is a field.
export function fieldName(field: string, aggregate = ""): string {
  const [, kind = "", part = ""] = /^([a-z]+?)(?:_([a-z_]+))?$/.exec(field) ?? [];
  if (aggregate === "submission" && isKind(kind)) {
    return `${t.indicators.fieldsOfFigure[part] ?? part} (${t.indicators.kinds[kind as FigureKind].toLowerCase()})`;
  }
  const [of = "", id] = field.split(" ");
  if (id !== undefined && ulid.test(id)) return fieldName(of, aggregate); // says nothing to a reader
  if (id !== undefined && aggregate === "indicator" && /^\d{4}/.test(id)) return `${fieldName(of, aggregate)}, ${periodWithin(id)}`;
  if (id !== undefined) return `${fieldName(of, aggregate)} ${id}`;
  const ofRecord = records.includes(aggregate) ? t.records.fields[field]?.toLowerCase() : undefined;
  return ofRecord ?? t.history.fieldsOf[aggregate]?.[field] ?? t.history.fields[field] ?? field;
}
