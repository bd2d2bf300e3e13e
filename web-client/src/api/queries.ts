// What pages read, as queries. A query looks at a moment: now (kept fresh by the live connection), now judged for another day, or a moment
// of the past, which never changes again.

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useViewTime } from "../state/view-time";
import { get, getAll, type ViewTime } from "./client";
import type { Collection, Collections, DocumentActs, HistoryItem, IndicatorSeries, Listed, ThreadItem } from "./types";

export function timeKey(time: ViewTime): string {
  if (time.as_of) return `as_of ${time.as_of}`;
  return time.status_date ? `on ${time.status_date}` : "now";
}

export type ListFilter = Record<string, string>;

export function listQuery<C extends Collection>(collection: C, time: ViewTime, filter: ListFilter = {}) {
  return queryOptions({
    queryKey: ["list", collection, filter, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<Listed<Collections[C]>> => getAll(collection, { ...filter, ...time }, signal),
  });
}

export function oneQuery<C extends Collection>(collection: C, id: string, time: ViewTime) {
  return queryOptions({
    queryKey: ["one", collection, id, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<Collections[C]> => get(`/${collection}/${id}`, { ...time }, signal),
  });
}

// Begins with what its indicator's own query begins with: a record of the indicator makes both be read again.
export function seriesQuery(id: string, time: ViewTime) {
  return queryOptions({
    queryKey: ["one", "indicators", id, "series", timeKey(time)] as const,
    queryFn: ({ signal }): Promise<IndicatorSeries> => get(`/indicators/${id}/series`, { ...time }, signal),
  });
}

export interface Trail<T> {
  items: T[];
  next: string | null;
  total: number;
}

const historyPage = 100;

export function historyQuery(collection: Collection, id: string, subject: string, time: ViewTime, pages: number) {
  return queryOptions({
    queryKey: ["history", subject, pages, timeKey(time)] as const,
    queryFn: ({ signal }) => readHistory(`/${collection}/${id}/history`, {}, time, pages, signal),
  });
}

export function wholeHistoryQuery(filter: ListFilter, time: ViewTime, pages: number) {
  return queryOptions({
    queryKey: ["history", "all", filter, pages, timeKey(time)] as const,
    queryFn: ({ signal }) => readHistory("/history", filter, time, pages, signal),
  });
}

async function readHistory(
  path: string,
  filter: ListFilter,
  time: ViewTime,
  pages: number,
  signal: AbortSignal,
): Promise<Trail<HistoryItem>> {
  const items: HistoryItem[] = [];
  let before: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const answer = await get<Trail<HistoryItem>>(path, { ...filter, ...time, limit: historyPage, before }, signal);
    items.push(...answer.items);
    if (answer.next === null) return { items, next: null, total: answer.total };
    before = answer.next;
  }
  return { items, next: before ?? null, total: items.length };
}

// Begins as the history of everything does: any record may rest on the document. `kind` "": all kinds of records.
export function documentActsQuery(id: string, kind: string, time: ViewTime, pages: number) {
  return queryOptions({
    queryKey: ["history", "all", "document", id, kind, pages, timeKey(time)] as const,
    queryFn: async ({ signal }): Promise<DocumentActs> => {
      const page = (cursor?: string) =>
        get<DocumentActs>(`/documents/${id}/acts`, { ...time, ...(kind ? { kind } : {}), limit: historyPage, cursor }, signal);
      let answer = await page();
      const items = [...answer.items];
      for (let read = 1; read < pages && answer.next !== null; read += 1) {
        answer = await page(answer.next);
        items.push(...answer.items);
      }
      return { ...answer, items };
    },
  });
}

export function threadQuery(collection: Collection, id: string, subject: string, time: ViewTime) {
  return queryOptions({
    queryKey: ["thread", subject, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<Trail<ThreadItem>> => get(`/${collection}/${id}/thread`, { ...time, limit: 1000 }, signal),
  });
}

// What the server finds in the words of all rows. Begins with "list", so that what is recorded of these collections makes it be read again.
export function foundQuery<T>(path: "links" | "contradictions", address: string, filter: ListFilter, time: ViewTime) {
  return queryOptions({
    queryKey: ["list", "links", path, address, filter, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<T> => get<T>(address, { ...filter, ...time, limit: 1000 }, signal),
  });
}

export function useList<C extends Collection>(collection: C, filter: ListFilter = {}) {
  const time = useViewTime();
  return useQuery(listQuery(collection, time, filter));
}

export function useOne<C extends Collection>(collection: C, id: string) {
  const time = useViewTime();
  return useQuery(oneQuery(collection, id, time));
}
