// A board's filters in words, as they stand on paper.

import { t } from "../../i18n";
import type { Directory } from "../../meaning/directory";
import { values, type BoardSearch } from "./search";

const words = t.board.filters;

function named(label: string, joined: string | undefined, nameOf: (value: string) => string | undefined): string[] {
  const chosen = values<string>(joined);
  return chosen.length > 0 ? [`${label}: ${chosen.map((value) => nameOf(value) ?? value).join(", ")}`] : [];
}

const from = (names: Record<string, string>) => (value: string) => names[value];

export function filterWords(search: BoardSearch, directory: Directory): string[] {
  return [
    ...named(words.programme, search.programme, (id) => directory.programmeName(id)),
    ...named(words.section, search.section, (section) => section),
    ...named(words.agency, search.agency, (id) => directory.name(id)),
    ...named(words.role, search.agency && search.role, from(t.board.roles)),
    ...named(words.status, search.status, from(t.status)),
    ...named(words.timeliness, search.timeliness, from(t.timeliness)),
    ...named(words.area, search.area, from(t.area)),
    ...named(words.mark, search.mark, from(t.board.marks)),
    ...(search.q ? [t.print.words(search.q)] : []),
  ];
}
