// The assignments whose reports wait for whoever acts for an agency: its own, and those of the outside leads that it sponsors.

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { listQuery, useList } from "../../api/queries";
import type { Assignment } from "../../api/types";
import { useDirectory } from "../../meaning/directory";
import { mayApprove } from "../../meaning/fitting";
import { useAllowed } from "../../state/allowed";
import { useViewTime } from "../../state/view-time";

export interface Approvable {
  items: readonly Assignment[] | null; // null: not all is there yet
  error: Error | null;
  retry: () => void;
}

export function useApprovable(agency: string): Approvable {
  const directory = useDirectory();
  const allowed = useAllowed();
  const time = useViewTime();
  const tasks = useList("tasks");
  const agencies = [agency, ...directory.sponsoredBy(agency)];
  const lists = useQueries({
    queries: agencies.map((each) => listQuery("assignments", time, { agency: each })),
    combine: (results) => ({
      items: results.every((one) => one.data) ? results.flatMap((one) => one.data?.items ?? []) : null,
      error: results.find((one) => one.error)?.error ?? null,
      retry: () => results.forEach((one) => void one.refetch()),
    }),
  });
  const items = useMemo(() => {
    if (!tasks.data || !lists.items) return null;
    const areas = new Map(tasks.data.items.map((task) => [task.id, task.area]));
    const unique = new Map(lists.items.map((one) => [one.id, one]));
    return [...unique.values()].filter((one) => mayApprove(one, areas.get(one.task) ?? "", agency, directory, allowed));
  }, [tasks.data, lists.items, agency, directory, allowed]);
  return { items, error: tasks.error ?? lists.error, retry: lists.retry };
}
