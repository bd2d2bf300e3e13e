// What the address of the money pages says.

export const groups = ["line", "section", "agency", "year", "funding-source", "component"] as const;
export type Group = (typeof groups)[number];

export interface MoneySearch {
  programme?: string | undefined;
  agency?: string | undefined;
  section?: string | undefined;
  year?: string | undefined;
  source?: string | undefined; // of the money
  group?: Group | undefined; // absent: by line
  q?: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

export function readMoneySearch(search: Record<string, unknown>): MoneySearch {
  return {
    programme: text(search["programme"]),
    agency: text(search["agency"]),
    section: text(search["section"]),
    year: text(search["year"]),
    source: text(search["source"]),
    group: groups.find((one) => one === search["group"]),
    q: text(search["q"]),
  };
}

export function moneyFilter({ programme, agency, section, year, source }: MoneySearch): Record<string, string> {
  const all = { programme, agency, section, year, funding_source: source };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
