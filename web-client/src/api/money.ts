// What is read of money beside the lines themselves. Keys begin like those of the lines, so that what is recorded of a line has them read again.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { callAs, get, type Query, type ViewTime } from "./client";
import { timeKey } from "./queries";
import type { LedgerList, Money, MoneyFindingList, Reconciliation, TreasuryExtract, TreasuryExtractList } from "./types";

export function moneyQuery(filter: Query, time: ViewTime) {
  return queryOptions({
    queryKey: ["list", "budget-lines", "money", filter, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<Money> => get("/money", { ...filter, ...time }, signal),
  });
}

interface LedgerPage extends LedgerList {
  next: string | null;
}

const ledgerPage = 200;

export function ledgerQuery(line: string, filter: Query, time: ViewTime) {
  return infiniteQueryOptions({
    queryKey: ["one", "budget-lines", line, "ledger", filter, timeKey(time)] as const,
    queryFn: ({ signal, pageParam }): Promise<LedgerPage> =>
      get(`/budget-lines/${line}/ledger`, { ...filter, ...time, limit: ledgerPage, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function reconciliationQuery(programme: string, time: ViewTime) {
  return queryOptions({
    queryKey: ["list", "budget-lines", "reconciliation", programme, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<Reconciliation> => get("/money/reconciliation", { programme, ...time }, signal),
  });
}

export function findingsQuery(programme: string, kind: string | undefined, time: ViewTime) {
  return queryOptions({
    queryKey: ["list", "budget-lines", "findings", programme, kind, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<MoneyFindingList> => get("/money/findings", { programme, kind, ...time }, signal),
  });
}

// Extracts are of the agency acted for; a file that is being worked on belongs to no moment.
export function extractsQuery() {
  return queryOptions({
    queryKey: ["list", "treasury-extracts", "now"] as const,
    queryFn: ({ signal }) => callAs<TreasuryExtractList>("GET", "/treasury-extracts", undefined, signal),
  });
}

export const extractKey = (id: string) => ["one", "treasury-extracts", id, "now"] as const;

export function extractQuery(id: string) {
  return queryOptions({
    queryKey: extractKey(id),
    queryFn: ({ signal }) => callAs<TreasuryExtract>("GET", `/treasury-extracts/${id}`, undefined, signal),
  });
}
