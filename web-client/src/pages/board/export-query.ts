// The board's filters as the server knows them.

import type { Query } from "../../api/client";
import { values, type BoardSearch, type MarkName } from "./search";

const byRole = { lead: "lead", coordinating: "coordinator", confirming: "confirming" } as const;

export function exportQuery(search: BoardSearch): Query {
  const [annex, ...section] = search.section?.split(".") ?? [];
  return {
    programme: search.programme,
    annex,
    section: section.join("."),
    [search.role ? byRole[search.role] : "agency"]: search.agency,
    status: values(search.status),
    timeliness: values(search.timeliness),
    area: search.area,
    obstacle: values<MarkName>(search.mark).includes("obstacle") ? "true" : undefined,
    q: search.q,
  };
}

// Other marks are seen by the page alone.
export function hasScreenMarks(search: BoardSearch): boolean {
  return values<MarkName>(search.mark).some((mark) => mark !== "obstacle");
}
