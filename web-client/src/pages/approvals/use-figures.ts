// The figures that wait for whoever acts for an agency: its own, and those of the outside leads that it sponsors.

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Listed, Submission } from "../../api/types";
import { useDirectory } from "../../meaning/directory";
import { hasWholeCharge } from "../../meaning/relations";
import { useAllowed, type Allowed } from "../../state/allowed";
import { useViewTime } from "../../state/view-time";
import { ofStateQuery } from "../submissions/use-queue";
import { submittedIn, type Waiting } from "../submissions/waiting";

export const approvesFigures = (allowed: Allowed): boolean => allowed.may("approve-submission") && hasWholeCharge(allowed.posts);

export interface FiguresWaiting {
  lines: readonly Waiting[] | null; // null: not all is there yet
  error: Error | null;
  retry: () => void;
}

interface Read {
  data: Listed<Submission> | undefined;
  error: Error | null;
  refetch: () => unknown;
}

function joined(answers: readonly Read[]) {
  return {
    items: answers.every((one) => one.data) ? answers.flatMap((one) => one.data?.items ?? []) : null,
    error: answers.find((one) => one.error)?.error ?? null,
    retry: () => answers.forEach((one) => void one.refetch()),
  };
}

// Nothing for whoever approves no figures.
export function useFiguresToApprove(agency: string): FiguresWaiting {
  const directory = useDirectory();
  const time = useViewTime();
  const allowed = useAllowed();
  const agencies = approvesFigures(allowed) ? [agency, ...directory.sponsoredBy(agency)] : [];
  const read = useQueries({ queries: agencies.map((each) => ofStateQuery(each, "submitted", time)), combine: joined });
  const lines = useMemo(() => read.items && submittedIn(read.items), [read.items]);
  return { lines, error: read.error, retry: read.retry };
}
