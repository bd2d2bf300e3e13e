// What Ctrl+K looks through: everything with a page of its own.

import type { Agency, BudgetLine, Indicator, LuuDocument, Programme, Task } from "../api/types";
import { t } from "../i18n";
import { agencyWords, endText } from "../meaning/agency";
import type { Directory } from "../meaning/directory";
import { documentShortName } from "../meaning/document";
import { matches, queryWords, searchText } from "../meaning/fold";
import { shortPlace } from "../meaning/place";
import { taskText } from "../meaning/task-text";

export interface Found {
  to: string;
  title: string;
  note: string;
}

export interface FoundGroup {
  label: string;
  found: Found[];
  total: number;
}

export interface Searched {
  tasks: readonly Task[];
  indicators: readonly Indicator[];
  budgetLines: readonly BudgetLine[];
  documents: readonly LuuDocument[];
}

const perGroup = 6;

function group<T>(
  label: string,
  rows: readonly T[],
  text: (row: T) => string,
  words: readonly string[],
  found: (row: T) => Found,
): FoundGroup {
  const hits = rows.filter((row) => matches(text(row), words));
  return { label, found: hits.slice(0, perGroup).map(found), total: hits.length };
}

export function findEverywhere(query: string, rows: Searched, directory: Directory): FoundGroup[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const names = (ids: readonly string[]) => ids.map((id) => directory.shortName(id)).join(", ");
  const place = (row: { source: Task["source"]; programme: string }) =>
    `${directory.programmeName(row.programme)}, ${shortPlace(row.source)}`;
  const agencies: readonly Agency[] = [...directory.agencies.values()];
  const programmes: readonly Programme[] = [...directory.programmes.values()];
  return [
    group(
      t.search.tasks,
      rows.tasks,
      (task) => taskText(task, directory),
      words,
      (task) => ({ to: `/tasks/${task.id}`, title: task.title, note: `${place(task)}. ${names(task.lead_agencies)}` }),
    ),
    group(
      t.search.agencies,
      agencies,
      (agency) => searchText(agencyWords(agency)),
      words,
      (agency) => ({
        to: `/agencies/${agency.id}`,
        title: agency.name,
        note: endText(agency, directory) ?? t.agencyKind[agency.kind] ?? agency.kind,
      }),
    ),
    group(
      t.search.indicators,
      rows.indicators.filter((row) => !row.heading),
      (row) => searchText([row.name, names(row.tracking_agencies)]),
      words,
      (row) => ({ to: `/indicators/${row.id}`, title: row.name, note: place(row) }),
    ),
    group(
      t.search.budget,
      rows.budgetLines.filter((row) => !row.heading),
      (row) => searchText([row.name, row.lead_text]),
      words,
      (row) => ({ to: `/budget-lines/${row.id}`, title: row.name, note: place(row) }),
    ),
    group(
      t.search.documents,
      rows.documents,
      (row) => searchText([row.number, row.abstract, row.issuer, t.documentKind[row.kind]]),
      words,
      (row) => ({ to: `/documents/${row.id}`, title: documentShortName(row), note: row.abstract }),
    ),
    group(
      t.search.programmes,
      programmes,
      (row) => searchText([row.title, row.short_title]),
      words,
      (row) => ({ to: `/programmes/${row.id}`, title: row.short_title, note: row.title }),
    ),
  ].filter((one) => one.total > 0);
}
