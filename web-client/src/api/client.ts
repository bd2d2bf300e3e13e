// The one place that speaks HTTP with the server. Adds whom the request acts for and which moment is looked at.

import { actingFor } from "../state/acting-for";
import { t } from "../i18n";
import { locale } from "../i18n/locale";
import { Problem, problemOf, Unreachable } from "./problems";
import type { Collection, Collections, Listed } from "./types";

const base = "/api/v1";
const pageLimit = 1000;

// Which moment a read looks at. Both absent: now.
export interface ViewTime {
  as_of?: string | undefined;
  status_date?: string | undefined;
}

type Query = Record<string, string | number | undefined>;

export interface Answer<T> {
  body: T;
  sequence: number; // of the log, at least; 0 where the answer does not say
}

export function pathOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return base + path + (text ? `?${text}` : "");
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Accept", "application/json, application/problem+json");
  headers.set("Accept-Language", locale);
  const agency = actingFor.get();
  if (agency) headers.set("Luuvet-Acting-For", agency);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const response = await send(pathOf(path, query), signal ? { signal } : {});
  return (await response.json()) as T;
}

interface Page<T> extends Listed<T> {
  next: string | null;
}

// Reads a list to its end. Later pages are asked at the first page's position, so that the whole is of one moment.
export async function getAll<C extends Collection>(
  collection: C,
  query: Query = {},
  signal?: AbortSignal,
): Promise<Listed<Collections[C]>> {
  const first = await get<Page<Collections[C]>>(`/${collection}`, { ...query, limit: pageLimit }, signal);
  const items = [...first.items];
  let next = first.next;
  while (next !== null) {
    const at = query["as_of"] ?? first.sequence;
    const page = await get<Page<Collections[C]>>(`/${collection}`, { ...query, as_of: at, limit: pageLimit, cursor: next }, signal);
    items.push(...page.items);
    next = page.next;
  }
  return { items, sequence: first.sequence, log: first.log, status_date: first.status_date };
}

export interface Write {
  path: string; // "/tasks/<id>/report-progress"
  body: unknown;
  key: string; // idempotency key, bare
  basedOn?: number | undefined;
}

// Without an agency the server would take the standing agency for the author: nothing is sent before one is chosen.
export async function post<T>(write: Write): Promise<Answer<T>> {
  if (!actingFor.get()) throw new Problem(403, { title: t.top.chooseAgency, detail: t.commands.chooseAgency });
  const headers = new Headers({ "Content-Type": "application/json", "Idempotency-Key": `"${write.key}"` });
  if (write.basedOn !== undefined) headers.set("Luuvet-Based-On", String(write.basedOn));
  const response = await send(pathOf(write.path), { method: "POST", headers, body: JSON.stringify(write.body) });
  const sequence = Number(response.headers.get("Luuvet-Sequence") ?? 0);
  return { body: (await response.json()) as T, sequence };
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}
