// The assignments whose reports wait for whoever acts for an agency: its own, and those of the outside leads that it sponsors.

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { listQuery, useList } from "../../api/queries";
import type { Assignment, Listed } from "../../api/types";
import { useDirectory } from "../../meaning/directory";
import { mayApprove } from "../../meaning/fitting";
import { useAllowed } from "../../state/allowed";
import { useViewTime } from "../../state/view-time";

export interface Approvable {
  items: readonly Assignment[] | null; // null: not all is there yet
  error: Error | null;
  retry: () => void;
}

interface Answer {
  data: Listed<Assignment> | undefined;
  error: Error | null;
  refetch: () => unknown;
}

function joined(answers: readonly Answer[]) {
  return {
    items: answers.every((one) => one.data) ? answers.flatMap((one) => one.data?.items ?? []) : null,
    error: answers.find((one) => one.error)?.error ?? null,
    retry: () => answers.forEach((one) => void one.refetch()),
  };
}

export function useApprovable(agency: string): Approvable {
  const directory = useDirectory();
  const allowed = useAllowed();
  const time = useViewTime();
  const tasks = useList("tasks");
  const agencies = [agency, ...directory.sponsoredBy(agency)];
  const lists = useQueries({
    queries: agencies.map((each) => listQuery("assignments", time, { agency: each })),
    combine: joined,
  });
  const items = useMemo(() => {
    if (!tasks.data || !lists.items) return null;
    const areas = new Map(tasks.data.items.map((task) => [task.id, task.area]));
    const unique = new Map(lists.items.map((one) => [one.id, one]));
    return [...unique.values()].filter((one) => mayApprove(one, areas.get(one.task) ?? "", agency, directory, allowed));
  }, [tasks.data, lists.items, agency, directory, allowed]);
  return { items, error: tasks.error ?? lists.error, retry: lists.retry };
}
