// Names of people, by account: the log knows accounts by id alone.

import { queryOptions, useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { Account } from "../api/types";
import { me } from "../state/me";
import { useStore } from "../state/store";
import type { Directory } from "./directory";

export const systemActor = "luuvet";

export function personQuery(account: string) {
  return queryOptions({
    queryKey: ["person", account] as const,
    queryFn: ({ signal }): Promise<Account> => get(`/accounts/${account}`, {}, signal),
    retry: false,
  });
}

// The name; the id while it is not known, was erased, or is not for this reader.
export function usePersonName(account: string): string {
  const who = useStore(me);
  const own = who?.account === account ? who.name : null;
  const asked = useQuery({ ...personQuery(account), enabled: account !== systemActor && own === null });
  return own ?? asked.data?.name ?? account;
}

// "Lãnh đạo, Sở Nội vụ" beside "Sở Nội vụ" is said once.
export function shortPersonName(name: string, agency: string): string {
  const tail = `, ${agency}`;
  return agency !== "" && name.endsWith(tail) ? name.slice(0, -tail.length) : name;
}

// Person and agency, as a sentence begins; of the system its name alone.
export function authorName(name: string, actor: string, agency: string, directory: Directory): string {
  if (actor === systemActor) return directory.name(agency);
  return `${shortPersonName(name, directory.name(agency))}, ${directory.name(agency)}`;
}
