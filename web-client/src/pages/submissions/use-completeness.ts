import { queryOptions } from "@tanstack/react-query";
import { get, type ViewTime } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { SubmissionCompleteness } from "../../api/types";

export function completenessQuery(period: string, programme: string | undefined, time: ViewTime) {
  return queryOptions({
    queryKey: ["list", "submissions", "completeness", period, programme ?? "", timeKey(time)] as const,
    queryFn: ({ signal }): Promise<SubmissionCompleteness> => get("/submission-completeness", { period, programme, ...time }, signal),
  });
}
