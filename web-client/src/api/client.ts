// The one place that speaks HTTP with the server. Commands say for which agency they act; who acts, the session says.

import { actingFor } from "../state/acting-for";
import { t } from "../i18n";
import { locale } from "../i18n/locale";
import { sessionLost } from "../state/me";
import { Problem, problemOf, Unreachable } from "./problems";
import type { Collection, Collections, Listed } from "./types";

const base = "/api/v1";
const pageLimit = 1000;

// Which moment a read looks at. Both absent: now.
export interface ViewTime {
  as_of?: string | undefined;
  status_date?: string | undefined;
}

export type Query = Record<string, string | number | readonly string[] | undefined>; // several values: any of them

export interface Answer<T> {
  body: T;
  sequence: number; // of the log, at least; 0 where the answer does not say
}

export function pathOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const each of value as readonly string[]) search.append(name, each);
    else if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return base + path + (text ? `?${text}` : "");
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Accept", "application/json, application/problem+json");
  headers.set("Accept-Language", locale);
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

// For whoever is signed in. Without a session the page says so; the request can be sent again after signing in.
async function sendSignedIn(path: string, init: RequestInit): Promise<Response> {
  try {
    return await send(path, init);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) sessionLost.set(true);
    throw error;
  }
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const response = await sendSignedIn(pathOf(path, query), signal ? { signal } : {});
  return (await response.json()) as T;
}

interface Page<T> extends Listed<T> {
  next: string | null;
}

export function getAll<C extends Collection>(collection: C, query: Query = {}, signal?: AbortSignal): Promise<Listed<Collections[C]>> {
  return getPages<Collections[C]>(`/${collection}`, query, signal);
}

// Reads a list to its end. Later pages are asked at the first page's position, so that the whole is of one moment.
export async function getPages<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Listed<T>> {
  const first = await get<Page<T>>(path, { ...query, limit: pageLimit }, signal);
  const items = [...first.items];
  let next = first.next;
  while (next !== null) {
    const at = query["as_of"] ?? first.sequence;
    const page = await get<Page<T>>(path, { ...query, as_of: at, limit: pageLimit, cursor: next }, signal);
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

// Who holds no post acts for nobody: nothing is sent.
export async function post<T>(write: Write): Promise<Answer<T>> {
  const agency = actingFor.get();
  if (!agency) throw new Problem(403, { title: t.top.noPost, detail: t.commands.noPost });
  const headers = new Headers({
    "Content-Type": "application/json",
    "Idempotency-Key": `"${write.key}"`,
    "Luuvet-Acting-For": agency,
  });
  if (write.basedOn !== undefined) headers.set("Luuvet-Based-On", String(write.basedOn));
  const response = await sendSignedIn(pathOf(write.path), { method: "POST", headers, body: JSON.stringify(write.body) });
  const sequence = Number(response.headers.get("Luuvet-Sequence") ?? 0);
  return { body: (await response.json()) as T, sequence };
}

// What belongs to accounts and sessions, not to the log. `open`: asked by somebody who need not be signed in, so that a 401 is its answer.
export async function call<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown, open = false): Promise<T> {
  const init: RequestInit = { method };
  if (body !== undefined) {
    init.headers = { "Content-Type": "application/json" };
    init.body = JSON.stringify(body);
  }
  const response = await (open ? send : sendSignedIn)(pathOf(path), init);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

// The same for the agency acted for.
export async function callAs<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers = new Headers({ "Luuvet-Acting-For": actingFor.get() ?? "" });
  const init: RequestInit = { method, headers, ...(signal ? { signal } : {}) };
  if (body !== undefined) {
    headers.set("Content-Type", "application/json");
    init.body = JSON.stringify(body);
  }
  const response = await sendSignedIn(pathOf(path), init);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

// A file as it is, for the agency acted for.
export async function sendFile<T>(path: string, query: Query, file: Blob): Promise<T> {
  const headers = new Headers({ "Content-Type": "application/octet-stream", "Luuvet-Acting-For": actingFor.get() ?? "" });
  const response = await sendSignedIn(pathOf(path, query), { method: "POST", headers, body: file });
  return (await response.json()) as T;
}

// A file, whole, as the server names it.
export interface Download {
  name: string;
  content: Blob;
}

export async function download(path: string, query: Query = {}): Promise<Download> {
  const response = await sendSignedIn(pathOf(path, query), {});
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  return { name: name ?? path.slice(path.lastIndexOf("/") + 1), content: await response.blob() };
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}
