// The provider of another sign-in: whether there is one, and what it said when it did not work.

import { useQuery } from "@tanstack/react-query";
import { signInOptions } from "../../api/session";
import { t } from "../../i18n";

const optionsQuery = { queryKey: ["sign-in-options"], queryFn: signInOptions, retry: false } as const;

// The text of its button; null where passwords are the only way in.
export const useProviderName = (): string | null => useQuery(optionsQuery).data?.oidc?.name ?? null;

// For `?oidc=<word>`, as the server leads back.
export function providerFault(word: string | undefined, name: string | null): string | null {
  if (word === undefined) return null;
  const say = t.people.provider.faults[word] ?? t.people.provider.faults["failed"];
  return say?.(name ?? t.people.provider.unnamed) ?? null;
}
