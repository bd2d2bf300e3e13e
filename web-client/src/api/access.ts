// The access log: rows come about a second after what they tell, so it is read anew each time it is opened.

import { queryOptions } from "@tanstack/react-query";
import { get } from "./client";
import type { AccessLog, AccessRow } from "./types";

export interface AccessFilter {
  account?: string | undefined;
  day?: string | undefined;
  types?: string | undefined;
}

export interface AccessTrail {
  items: AccessRow[];
  next: string | null;
}

const pageSize = 100;

// So many rows, or what there is: a page may hold fewer than it was asked for and still go on.
export function accessQuery(filter: AccessFilter, rows: number) {
  return queryOptions({
    queryKey: ["access", filter, rows] as const,
    queryFn: ({ signal }) => readRows(filter, rows, signal),
    staleTime: 0,
  });
}

async function readRows(filter: AccessFilter, rows: number, signal: AbortSignal): Promise<AccessTrail> {
  const items: AccessRow[] = [];
  let before: string | undefined;
  while (items.length < rows) {
    const limit = Math.min(pageSize, rows - items.length);
    const answer = await get<AccessLog>("/access-log", { ...filter, limit, before }, signal);
    items.push(...answer.items);
    if (answer.next === null) return { items, next: null };
    before = answer.next;
  }
  return { items, next: before ?? null };
}
