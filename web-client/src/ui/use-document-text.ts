import { useCallback, useMemo } from "react";
import { useList } from "../api/queries";
import type { DocumentRef } from "../api/types";
import { documentShortName } from "../meaning/document";
import { documentRefText } from "../meaning/values";

const shown = 70; // letters

const cut = (name: string): string => (name.length > shown ? `${name.slice(0, shown)}…` : name);

// What an act rests on, in words; nothing where it rests on nothing.
export function useDocumentText(): (ref: DocumentRef | null | undefined) => string {
  const documents = useList("documents").data?.items;
  const names = useMemo(() => new Map((documents ?? []).map((document) => [document.id, cut(documentShortName(document))])), [documents]);
  return useCallback((ref) => (ref ? documentRefText(ref, (id) => names.get(id) ?? id) : ""), [names]);
}
