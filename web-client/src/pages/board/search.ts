// The board's address: what is filtered and how it is laid out. Several values of one filter stand side by side with commas.

import type { Status, Timeliness } from "../../api/types";
import { statuses, timelinesses } from "../../meaning/status";

export const roles = ["lead", "coordinating", "confirming"] as const;
export type Role = (typeof roles)[number];

export const markNames = ["obstacle", "returned", "extension", "draft", "doubt", "comment", "no-deliverable", "arisen"] as const;
export type MarkName = (typeof markNames)[number];

export interface BoardSearch {
  view?: "table" | undefined; // cards when absent
  programme?: string | undefined;
  section?: string | undefined; // "II.VII": annex and section
  agency?: string | undefined;
  role?: Role | undefined; // of the agency; any when absent
  status?: string | undefined;
  timeliness?: string | undefined;
  area?: string | undefined;
  mark?: string | undefined;
  q?: string | undefined;
}

function listed<T extends string>(value: unknown, known: readonly T[]): string | undefined {
  if (typeof value !== "string") return undefined;
  const chosen = value.split(",").filter((item) => (known as readonly string[]).includes(item));
  return chosen.length > 0 ? chosen.join(",") : undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  return {
    view: search["view"] === "table" ? "table" : undefined,
    programme: text(search["programme"]),
    section: text(search["section"]),
    agency: text(search["agency"]),
    role: roles.find((role) => role === search["role"]),
    status: listed<Status>(search["status"], statuses),
    timeliness: listed<Timeliness>(search["timeliness"], timelinesses),
    area: text(search["area"]),
    mark: listed<MarkName>(search["mark"], markNames),
    q: text(search["q"]),
  };
}

export function values<T extends string>(joined: string | undefined): T[] {
  return joined ? (joined.split(",") as T[]) : [];
}

// The joined text with the value added or taken away.
export function toggled(joined: string | undefined, value: string): string | undefined {
  const now = values<string>(joined);
  const next = now.includes(value) ? now.filter((item) => item !== value) : [...now, value];
  return next.length > 0 ? next.join(",") : undefined;
}

const filterNames = ["programme", "section", "agency", "status", "timeliness", "area", "mark", "q"] as const;

export function isFiltered(search: BoardSearch): boolean {
  return filterNames.some((name) => search[name] !== undefined);
}
