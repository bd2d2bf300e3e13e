// The names that the changes of an event speak of, asked for when they are shown.

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useList } from "../api/queries";
import type { Account, Change } from "../api/types";
import { useDirectory, type Directory } from "../meaning/directory";
import { documentShortName } from "../meaning/document";
import { accountsIn } from "../meaning/values";
import { personQuery } from "../meaning/person";

const none = new Map<string, string>();

export function usePeople(accounts: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({ queries: accounts.map((account) => personQuery(account)), combine: namesOf });
}

// One function for all: the names are then the same map until one of them changes.
function namesOf(answers: readonly { data: Account | undefined }[]): ReadonlyMap<string, string> {
  const named = answers.flatMap(({ data }) => (data?.name ? [[data.id, data.name] as const] : []));
  return named.length === 0 ? none : new Map(named);
}

// The directory, knowing the people that the changes name, and documents where one is named.
export function useNamesIn(changes: readonly Change[]): Directory {
  const directory = useDirectory();
  const accounts = useMemo(() => {
    const named = changes.flatMap(({ field, old, new: now }) => [...accountsIn(field, old), ...accountsIn(field, now)]);
    return [...new Set(named)];
  }, [changes]);
  const people = usePeople(accounts);
  return useMemo(() => directory.withNames({ people, documents: none }), [directory, people]);
}

// The same with the names of documents, where all of the changes are laid open.
export function useAllNamesIn(changes: readonly Change[]): Directory {
  const directory = useNamesIn(changes);
  const documents = useList("documents").data?.items;
  return useMemo(() => {
    const named = new Map((documents ?? []).map((document) => [document.id, documentShortName(document)]));
    return directory.withNames({ people: directory.people(), documents: named });
  }, [directory, documents]);
}

// What documents are called, for those who cite them by id.
export function useDocumentNames(): (id: string) => string {
  const documents = useList("documents").data?.items;
  const names = useMemo(() => new Map((documents ?? []).map((document) => [document.id, documentShortName(document)])), [documents]);
  return (id) => names.get(id) ?? id;
}
