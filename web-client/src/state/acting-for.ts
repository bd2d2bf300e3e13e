// For which agency this browser tab acts, until accounts say who somebody is. Each tab keeps its own; a new tab starts with the last one
// chosen anywhere.

import { local, readText, session, writeText } from "./storage";
import { Store } from "./store";

const key = "luuvet.acting-for";

export const actingFor = new Store<string | null>(readText(session, key) ?? readText(local, key));

export function actFor(agency: string): void {
  writeText(session, key, agency);
  writeText(local, key, agency);
  actingFor.set(agency);
}
