// What figures wait: for whoever verifies them, and at an agency by state.

import { queryOptions, useQuery } from "@tanstack/react-query";
import { getPages, type ViewTime } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { Listed, Submission } from "../../api/types";
import { useViewTime } from "../../state/view-time";

export function useQueue(agency: string | null) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "submissions", "queue", agency, timeKey(time)],
    queryFn: ({ signal }) => getPages<Submission>("/submission-queue", { agency: agency ?? "", ...time }, signal),
    enabled: agency !== null,
  });
}

// Of an agency those with a figure of that state.
export function ofStateQuery(agency: string, state: string, time: ViewTime) {
  return queryOptions({
    queryKey: ["list", "submissions", "own", agency, state, timeKey(time)] as const,
    queryFn: ({ signal }): Promise<Listed<Submission>> => getPages<Submission>("/submissions", { agency, state, ...time }, signal),
  });
}
