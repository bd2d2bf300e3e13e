// A command refused because somebody changed the same meanwhile: which fields collide, and with what.

import type { ProblemBody } from "../api/problems";
import { sequenceOf, type LiveRecord } from "../live/record";
import { typedValue } from "./convert";
import type { CommandSpec, FieldSpec, FormValues } from "./spec";

export type Choice = "mine" | "theirs" | "both";

export interface Collision {
  field: string;
  wire: unknown; // theirs, as recorded
  typed: unknown; // theirs, as it would stand in the field
  actor: string;
  agency: string;
  time: string;
  mine?: unknown; // what stood here before the choice
  choice: Choice | null;
}

export interface Conflict {
  current: number;
  events: readonly LiveRecord[];
  collisions: readonly Collision[];
  taken: FormValues; // fields that were not touched here: what they became, for amendments
}

function valuesIn(record: LiveRecord): Record<string, unknown> {
  const set = (record.data["set"] ?? {}) as Record<string, unknown>;
  const open = (record.data["open"] ?? {}) as Record<string, unknown>;
  return { ...record.data, ...set, ...open };
}

const neverKinds = ["fixed", "delivered"];
const neverNames = ["document", "reason"]; // said about the act itself

function collides(field: FieldSpec): boolean {
  return !neverKinds.includes(field.kind) && !neverNames.includes(field.name);
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

// The last word of others on each field of the form. A field that was not touched here follows them silently; one that says something else
// than what is typed here collides.
export function conflictOf(body: ProblemBody, spec: CommandSpec, values: FormValues, base: FormValues): Conflict {
  const events = body.events_since ?? [];
  const collisions = new Map<string, Collision>();
  const taken: FormValues = {};
  for (const record of events) {
    if (spec.concerns && !spec.concerns(record)) continue;
    const said = valuesIn(record);
    for (const field of spec.fields) {
      const wire = said[field.name];
      if (!collides(field) || wire === undefined) continue;
      const typed = typedValue(field, wire);
      collisions.delete(field.name);
      if (same(values[field.name], base[field.name])) {
        if (spec.beside !== undefined) taken[field.name] = typed;
      } else if (!same(typed, values[field.name])) {
        collisions.set(field.name, { field: field.name, wire, typed, actor: record.actor, agency: record.agency, time: record.time, choice: null });
      }
    }
  }
  const last = events.at(-1);
  const current = body.current ?? (last ? sequenceOf(last) : 0);
  return { current, events, collisions: [...collisions.values()], taken };
}

const lists: readonly string[] = ["agencies", "people", "choices"];

// Texts can be joined, and lists of agencies; two dates cannot.
export function canJoin(field: FieldSpec): boolean {
  return field.kind === "text" || field.kind === "lines" || lists.includes(field.kind);
}

export function join(field: FieldSpec, mine: unknown, theirs: unknown): unknown {
  if (lists.includes(field.kind)) return [...new Set([...((mine as string[]) ?? []), ...((theirs as string[]) ?? [])])];
  return [theirs, mine].filter((part) => typeof part === "string" && part !== "").join("\n");
}

export function chosen(field: FieldSpec, choice: Choice, mine: unknown, theirs: unknown): unknown {
  if (choice === "mine") return mine;
  return choice === "theirs" ? theirs : join(field, mine, theirs);
}

export function allDecided(conflict: Conflict): boolean {
  return conflict.collisions.every((collision) => collision.choice !== null);
}
