// What the treasury pages read and send. Until an extract is booked the server only keeps the file and how it is read; nothing is a fact.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { extractKey, extractQuery, extractsQuery } from "../../api/money";
import { callAs, sendFile } from "../../api/client";
import type { ExtractFix, ExtractSettings, TreasuryExtract } from "../../api/types";

const listKey = extractsQuery().queryKey;

export const useExtracts = () => useQuery(extractsQuery());
export const useExtract = (id: string) => useQuery(extractQuery(id));

export function useStage(onStaged: (extract: TreasuryExtract) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => sendFile<TreasuryExtract>("/treasury-extracts", { name: file.name }, file),
    retry: false,
    onSuccess: (extract) => {
      client.setQueryData(extractKey(extract.id), extract);
      void client.invalidateQueries({ queryKey: listKey });
      onStaged(extract);
    },
  });
}

export function useDrop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callAs<void>("DELETE", `/treasury-extracts/${id}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: listKey }),
  });
}

export function useSet(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: ExtractSettings) => callAs<TreasuryExtract>("POST", `/treasury-extracts/${id}/set`, settings),
    retry: false,
    onSuccess: (extract) => client.setQueryData(extractKey(id), extract),
  });
}

// The settings with these fixes; one of the same row replaces it.
export function withFixes(settings: ExtractSettings, fixes: readonly ExtractFix[]): ExtractSettings {
  const rows = new Set(fixes.map((fix) => fix.row));
  return { ...settings, rows: [...settings.rows.filter((fix) => !rows.has(fix.row)), ...fixes] };
}
