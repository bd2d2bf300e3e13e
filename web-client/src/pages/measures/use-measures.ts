// Reading the numbers in tasks' words, and writing what was decided on them.

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get } from "../../api/client";
import { Problem, Unreachable } from "../../api/problems";
import { timeKey, type ListFilter } from "../../api/queries";
import type { MeasureSuggestion, MeasureSuggestions, Task } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { tell } from "../../ui/toast";
import type { Decision } from "./measure";

const words = t.measures;
const readAtMost = 1000; // tasks

export function useMeasures(filter: ListFilter, wanted = true) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "measures", filter, timeKey(time)],
    queryFn: ({ signal }) => get<MeasureSuggestions>("/measure-suggestions", { ...filter, ...time, limit: readAtMost }, signal),
    enabled: wanted,
  });
}

function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem && error.stale) return words.stale;
  const fault = error instanceof Problem ? error.body.errors?.[0]?.detail : undefined;
  return fault ?? (error instanceof Error ? error.message : String(error));
}

export function useDecide(row: Pick<MeasureSuggestion, "id" | "sequence"> | undefined) {
  const write = useWrite<Task>();
  const [message, setMessage] = useState<string | null>(null);
  // Answers whether it was written.
  const send = async (body: Decision, told: string): Promise<boolean> => {
    if (!row || write.isPending) return false;
    setMessage(null);
    try {
      await write.mutateAsync({ path: `/tasks/${row.id}/set-measures`, body, key: newKey(), basedOn: row.sequence, subjects: [`task/${row.id}`] });
      tell(told);
      return true;
    } catch (error) {
      setMessage(wordsFor(error));
      return false;
    }
  };
  return { message, sending: write.isPending, send };
}
