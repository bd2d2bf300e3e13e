// For which of one's agencies this browser tab acts. Each tab keeps its own; a new tab starts with the last one chosen anywhere.

import type { Me } from "../api/types";
import { me } from "./me";
import { local, readText, session, writeText } from "./storage";
import { Store } from "./store";

const keyOf = (account: string) => `luuvet.acting-for.${account}`;

function agencyOf(who: Me | null): string | null {
  if (!who) return null;
  const own = who.agencies.map((one) => one.agency);
  const kept = [readText(session, keyOf(who.account)), readText(local, keyOf(who.account))];
  return kept.find((agency) => agency !== null && own.includes(agency)) ?? own[0] ?? null;
}

export const actingFor = new Store<string | null>(agencyOf(me.get()));
me.subscribe(() => actingFor.set(agencyOf(me.get())));

export function actFor(agency: string): void {
  const who = me.get();
  if (!who) return;
  writeText(session, keyOf(who.account), agency);
  writeText(local, keyOf(who.account), agency);
  actingFor.set(agency);
}
