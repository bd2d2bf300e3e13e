// What the posts of whoever is signed in allow, for the agency acted for. The server decides; here it only spares buttons that would be refused.

import { useMemo } from "react";
import type { Me, PostHeld, Role } from "../api/types";
import { actingFor } from "./acting-for";
import { me } from "./me";
import { useStore } from "./store";

export interface Allowed {
  may(command: string): boolean; // a name of the table of rights
  has(role: Role): boolean;
  posts: readonly PostHeld[];
}

const nothing: Allowed = { may: () => false, has: () => false, posts: [] };

export function allowedOf(who: Me | null, agency: string | null): Allowed {
  const own = who?.agencies.find((one) => one.agency === agency);
  if (!who || !agency || !own) return nothing;
  const commands = new Set(who.scope === "write" ? who.commands[agency] : []);
  const roles = new Set(own.roles);
  return { may: (command) => commands.has(command), has: (role) => roles.has(role), posts: own.posts };
}

export function useAllowed(): Allowed {
  const who = useStore(me);
  const agency = useStore(actingFor);
  return useMemo(() => allowedOf(who, agency), [who, agency]);
}
