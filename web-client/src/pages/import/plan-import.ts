// What the workshop reads and sends. Files and settings are kept by the server; nothing here is a fact yet.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { callAs, sendFile } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];
export type PlanImport = Schemas["PlanImport"];
export type ImportRow = Schemas["ImportRow"];
export type ImportFix = Schemas["ImportFix"];
export type ImportFigure = Schemas["ImportFigureFix"];
export type ImportSettings = Schemas["ImportSettings"];
export type ImportTable = Schemas["ImportTable"];
export type ImportTableUse = Schemas["ImportTableUse"];
export type StagedImportList = Schemas["StagedImportList"];

const keyOf = (id: string) => ["imports", id] as const;

export function useImports() {
  return useQuery({ queryKey: ["imports"], queryFn: ({ signal }) => callAs<StagedImportList>("GET", "/imports", undefined, signal) });
}

export function useImport(id: string) {
  return useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => callAs<PlanImport>("GET", `/imports/${id}`, undefined, signal) });
}

export function useStage(onStaged: (staged: PlanImport) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => sendFile<PlanImport>("/imports", { name: file.name }, file),
    retry: false,
    onSuccess: (staged) => {
      client.setQueryData(keyOf(staged.id), staged);
      void client.invalidateQueries({ queryKey: ["imports"], exact: true });
      onStaged(staged);
    },
  });
}

export function useDrop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callAs<void>("DELETE", `/imports/${id}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["imports"], exact: true }),
  });
}

// What is set now, as the answer says it: the ground of the next change.
export function settingsOf(plan: PlanImport): ImportSettings {
  const uses = plan.tables.map((table) => table.use).filter((use) => use !== null);
  return { ...(plan.add ? { add: plan.add } : { programme: plan.programme }), tables: uses, rows: plan.fixes };
}

export function withFix(settings: ImportSettings, key: string, part: Partial<ImportFix>): ImportSettings {
  const old = settings.rows.find((fix) => fix.key === key);
  return { ...settings, rows: [...settings.rows.filter((fix) => fix.key !== key), { ...old, ...part, key }] };
}

export function useSet(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: ImportSettings) => callAs<PlanImport>("POST", `/imports/${id}/set`, settings),
    retry: false,
    onSuccess: (plan) => client.setQueryData(keyOf(id), plan),
  });
}
