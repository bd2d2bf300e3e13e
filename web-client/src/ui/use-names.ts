// The names that the changes of an event speak of, asked for when they are shown.

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useList } from "../api/queries";
import type { Change } from "../api/types";
import { useDirectory, type Directory } from "../meaning/directory";
import { documentShortName } from "../meaning/document";
import { accountsIn } from "../meaning/values";
import { personQuery } from "../meaning/person";

const none = new Map<string, string>();

export function usePeople(accounts: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({
    queries: accounts.map((account) => personQuery(account)),
    combine: (answers) => {
      const named = answers.flatMap(({ data }) => (data?.name ? [[data.id, data.name] as const] : []));
      return named.length === 0 ? none : new Map(named);
    },
  });
}

// The directory, knowing the people that the changes name, and documents where one is named.
export function useNamesIn(changes: readonly Change[]): Directory {
  const directory = useDirectory();
  const accounts = useMemo(() => [...new Set(changes.flatMap((change) => [...accountsIn(change.field, change.old), ...accountsIn(change.field, change.new)]))], [changes]);
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
