// From what is typed to what is sent, and back from what somebody else wrote to what could be typed.

import type { BroughtFile, Deliverable, StoredFile, Target } from "../api/types";
import { formatDay, parseDay } from "../format/date";
import { moneyValue, readMoney, type MoneyValue } from "../format/money";
import { formatNumber, parseNumber, readNumber } from "../format/number";
import { t } from "../i18n";
import { lineOfTarget } from "../meaning/targets";
import { isUploading } from "../state/uploads";
import { targetOfLine, Unclear, type TargetInput } from "./targets";
import type { CommandSpec, DeliveredValue, DocumentValue, FieldSpec, FormValues, ObstacleValue } from "./spec";

export class Fault extends Error {}

const [firstYear, lastYear] = [2000, 2100];

type Faults = Record<string, string>;

const text = (raw: unknown): string => (typeof raw === "string" ? raw.trim() : "");

function dayFrom(raw: unknown, notAfter?: string): string | undefined {
  const typed = text(raw);
  if (typed === "") return undefined;
  const day = parseDay(typed);
  if (day === null) throw new Fault(t.common.badDay);
  if (notAfter !== undefined && day > notAfter) throw new Fault(t.commands.hints.notInFuture);
  return day;
}

function numberFrom(raw: unknown): number | undefined {
  const typed = text(raw).replace(/%$/, "");
  if (typed === "") return undefined;
  const number = parseNumber(typed);
  if (number === null) throw new Fault(t.common.badNumber);
  return number;
}

// A number that reads in two ways is not guessed.
function plainNumberFrom(raw: unknown): number | undefined {
  const read = readNumber(text(raw));
  if (read.kind === "empty") return undefined;
  if (read.kind === "number") return read.value;
  throw new Fault(read.kind === "ask" ? asked(text(raw), read.readings) : t.common.badNumber);
}

const asked = (typed: string, readings: readonly number[]): string => `${t.submissions.entry.ask(typed)} ${readings.map(formatNumber).join(" / ")}?`;

function yearFrom(raw: unknown): number | undefined {
  const typed = text(raw);
  if (typed === "") return undefined;
  const year = Number(typed);
  if (!/^\d{4}$/.test(typed) || year < firstYear || year > lastYear) throw new Fault(t.indicators.badYear);
  return year;
}

function targetFrom(line: string, known: readonly Target[]): TargetInput | null {
  try {
    return targetOfLine(line, known);
  } catch (error) {
    throw error instanceof Unclear ? new Fault(asked(error.typed, error.readings)) : error;
  }
}

function targetsFrom(raw: unknown, known: readonly Target[]): unknown {
  return linesOf(raw).map((line) => {
    const target = targetFrom(line, known);
    if (!target) throw new Fault(t.indicators.badTarget(line));
    return target;
  });
}

function percentFrom(raw: unknown): number | undefined {
  const number = numberFrom(raw);
  if (number !== undefined && (number < 0 || number > 100 || !Number.isInteger(number))) throw new Fault(t.registers.opening.badPercent);
  return number;
}

function moneyFrom(raw: unknown): number | undefined {
  const read = raw ? readMoney(raw as MoneyValue) : null;
  if (read === null) return undefined;
  if ("fault" in read) throw new Fault(t.money.amount.faults[read.fault]);
  return read.amount;
}

function documentFrom(raw: unknown): unknown {
  const value = raw as DocumentValue | null;
  if (!value) return undefined;
  if (value.later === null) return value.id ?? undefined;
  const later = dayFrom(value.later);
  if (later === undefined) throw new Fault(t.common.badDay);
  return { later };
}

// A form is not sent past a file that is still on its way, or that failed.
function fileFrom(raw: unknown, place: string): unknown {
  if (isUploading(place)) throw new Fault(t.files.wait);
  return (raw as BroughtFile | null)?.file;
}

function obstacleFrom(raw: unknown): unknown {
  const value = raw as ObstacleValue | null;
  if (!value || text(value.text) === "") return undefined;
  const since = dayFrom(value.since);
  return {
    kind: value.kind,
    ...(since ? { since } : {}),
    text: text(value.text),
    ...(text(value.asked_of) ? { asked_of: text(value.asked_of) } : {}),
  };
}

function quantitiesFrom(raw: unknown): unknown {
  const typed = Object.entries((raw ?? {}) as Record<string, string>);
  const items = typed
    .map(([place, count]) => ({ deliverable: Number(place), done: numberFrom(count) }))
    .filter((item) => item.done !== undefined);
  return items.length > 0 ? items : undefined;
}

function deliveredFrom(raw: unknown): unknown {
  return Object.entries((raw ?? {}) as Record<string, DeliveredValue>)
    .filter(([, item]) => item.done)
    .map(([place, item]) => {
      const done = numberFrom(item.count);
      return { deliverable: Number(place), ...(item.document ? { document: item.document } : {}), ...(done === undefined ? {} : { done }) };
    });
}

function linesOf(raw: unknown): string[] {
  return text(raw)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

// Lines keep what the plan says of a product (kind, quantity) as long as its words stay.
function linesFrom(raw: unknown, known: readonly Deliverable[]): unknown {
  return linesOf(raw).map((line) => {
      const old = known.find((deliverable) => deliverable.text === line);
      if (!old) return { text: line, kind: "other" };
      return {
        text: old.text,
        kind: old.kind,
        ...(old.quantity === null ? {} : { quantity: old.quantity }),
        ...(old.unit === null ? {} : { unit: old.unit }),
      };
    });
}

function convert(field: FieldSpec, raw: unknown): unknown {
  switch (field.kind) {
    case "date":
      return dayFrom(raw, field.notAfter);
    case "percent":
      return percentFrom(raw);
    case "number":
      return plainNumberFrom(raw);
    case "year":
      return yearFrom(raw);
    case "done":
      return text(raw) === "" ? undefined : Number(raw);
    case "targets":
      return targetsFrom(raw, field.known);
    case "money":
      return moneyFrom(raw);
    case "document":
      return documentFrom(raw);
    case "file":
      return fileFrom(raw, field.place);
    case "obstacle":
      return obstacleFrom(raw);
    case "quantities":
      return quantitiesFrom(raw);
    case "delivered":
      return deliveredFrom(raw);
    case "deadline":
      return text(raw) === "" ? undefined : { text: text(raw) };
    case "lines":
      return linesFrom(raw, field.known);
    case "names":
      return linesOf(raw);
    case "agencies":
    case "people":
    case "choices":
      return raw;
    case "agency":
    case "person":
    case "group":
      return raw ?? undefined;
    case "own":
      return field.own.read(raw);
    case "select":
    case "choice":
      return text(raw) === "" ? undefined : field.numeric ? Number(text(raw)) : text(raw);
    case "fixed":
      return field.value;
    default:
      return text(raw) === "" ? undefined : text(raw);
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

// One field as it would be sent; undefined when it is empty.
export function wireValue(field: FieldSpec, values: FormValues): unknown {
  if (field.when && !field.when(values)) return undefined;
  return convert(field, values[field.name]);
}

export interface Made {
  body: Record<string, unknown>;
  faults: Faults;
}

export function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

// The body of the command, or what is wrong where. `base`: what the form began with, for amendments.
export function bodyOf(spec: Pick<CommandSpec, "fields" | "beside">, values: FormValues, base: FormValues): Made {
  const faults: Faults = {};
  const flat: Record<string, unknown> = {};
  const set: Record<string, unknown> = {};
  for (const field of spec.fields) {
    const amending = spec.beside !== undefined && !spec.beside.includes(field.name);
    try {
      const value = wireValue(field, values);
      const shown = !field.when || field.when(values);
      if (field.required && shown && isEmpty(value)) throw new Fault(t.common.required);
      if (amending) {
        if (!same(values[field.name], base[field.name])) set[field.name] = value ?? null;
      } else if (value !== undefined) flat[field.name] = value;
    } catch (error) {
      faults[field.name] = error instanceof Fault ? error.message : String(error);
    }
  }
  if (spec.beside !== undefined) {
    if (Object.keys(set).length === 0 && Object.keys(faults).length === 0) faults[""] = t.commands.nothingToAmend;
    return { body: { set, ...flat }, faults };
  }
  return { body: flat, faults };
}

const listed: readonly string[] = ["agencies", "choices", "people"];
const single: readonly string[] = ["document", "obstacle", "agency", "group", "person", "file"];

// What somebody else sent, as it would stand in the field.
export function typedValue(field: FieldSpec, wire: unknown): unknown {
  if (field.kind === "own") return field.own.shown(wire);
  if (wire === null || wire === undefined)
    return listed.includes(field.kind) ? [] : single.includes(field.kind) ? null : "";
  switch (field.kind) {
    case "date":
      return formatDay(String(wire));
    case "percent":
    case "number":
      return formatNumber(Number(wire));
    case "year":
    case "done":
      return String(wire);
    case "targets":
      return (wire as Target[]).map(lineOfTarget).join("\n");
    case "money":
      return moneyValue(Number(wire), field.unit);
    case "deadline":
      return (wire as { text?: string }).text ?? "";
    case "names":
      return (wire as string[]).join("\n");
    case "lines":
      return (wire as Deliverable[]).map((deliverable) => deliverable.text).join("\n");
    case "file": {
      const { id, ...rest } = wire as StoredFile;
      return { file: id, ...rest };
    }
    case "document":
      return typeof wire === "string"
        ? { id: wire, later: null }
        : { id: null, later: formatDay(String((wire as { later: string }).later)) };
    case "obstacle": {
      const value = wire as Partial<ObstacleValue>;
      return {
        kind: value.kind ?? "other",
        since: value.since ? formatDay(value.since) : "",
        text: value.text ?? "",
        asked_of: value.asked_of ?? "",
      };
    }
    case "quantities":
      return Object.fromEntries(
        (wire as { deliverable: number; done: number }[]).map((item) => [item.deliverable, formatNumber(item.done)]),
      );
    default:
      return wire;
  }
}
