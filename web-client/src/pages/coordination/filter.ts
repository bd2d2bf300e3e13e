// Which requests for coordination the list shows: what its address says, as the server is asked and as the rest is sifted here.

import type { ListFilter } from "../../api/queries";
import type { Coordination } from "../../api/types";
import type { ListSearch } from "../../router";

export type Side = "asked" | "asking";

const sides: readonly string[] = ["asked", "asking"] satisfies Side[];
const states: readonly string[] = ["open", "disputed", "confirmed", "closed"];

// Being late is no state of its own, but is chosen like one.
export const late = "overdue";

export function filterOf(search: ListSearch): ListFilter {
  const side = sides.includes(search.kind ?? "") ? search.kind : undefined;
  return {
    ...(search.programme ? { programme: search.programme } : {}),
    ...(search.agency && side ? { [side === "asked" ? "to" : "from"]: search.agency } : {}),
    ...(search.state === late ? { overdue: "true" } : {}),
    ...(states.includes(search.state ?? "") ? { state: search.state as string } : {}),
  };
}

const concerns = (request: Coordination, agency: string): boolean =>
  request.asked_by === agency || request.asked.some((one) => one.agency === agency);

// An agency with no side chosen: the server is asked for one side only, so both are read and sifted here. The newest stand first.
export function shownOf(all: readonly Coordination[], search: ListSearch): Coordination[] {
  const agency = search.agency;
  const kept = agency && !sides.includes(search.kind ?? "") ? all.filter((one) => concerns(one, agency)) : [...all];
  return kept.sort((left, right) => right.asked_at.localeCompare(left.asked_at));
}
