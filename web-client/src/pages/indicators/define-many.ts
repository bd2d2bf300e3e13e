// Definitions of many indicators: what is said of all goes over what each has in force on the day; the rest stays as it is.

import type { DefineIndicator, DefinitionDifference, Indicator, IndicatorDefinition } from "../../api/types";

// Null: as each has it.
export interface Common {
  frequency: string | null;
  counting: string | null;
  combine: string | null;
  tier: string | null;
  verifier: string | null;
}
export const nothingCommon: Common = { frequency: null, counting: null, combine: null, tier: null, verifier: null };

export const saysSomething = (common: Common): boolean => Object.values(common).some((value) => value !== null);

export interface DefinitionBasis {
  valid_from: string;
  document: DefineIndicator["document"];
}

export interface DefineItem {
  subject: string;
  based_on: number;
  definition: DefineIndicator;
}

export function definitionOf(now: IndicatorDefinition, common: Common, basis: DefinitionBasis): DefineIndicator {
  const { version: _version, in_force: _inForce, sequence: _sequence, ...terms } = now;
  const said = Object.fromEntries(Object.entries(common).filter(([, value]) => value !== null));
  return { ...terms, ...said, ...basis } as DefineIndicator;
}

// Of the chosen rows, as they stand on the day; headings have no definition.
export function itemsOf(rows: readonly Indicator[], chosen: ReadonlySet<string>, common: Common, basis: DefinitionBasis): DefineItem[] {
  return rows.flatMap((row) => {
    if (!chosen.has(row.id) || row.definition === null) return [];
    return [{ subject: `indicator/${row.id}`, based_on: row.sequence, definition: definitionOf(row.definition, common, basis) }];
  });
}

export interface Sorted {
  good: DefineItem[];
  unchanged: number;
  refused: { id: string; why: string }[];
}

// What the server said of each, in their order.
export function sorted(items: readonly DefineItem[], said: DefinitionDifference["items"]): Sorted {
  const result: Sorted = { good: [], unchanged: 0, refused: [] };
  items.forEach((item, at) => {
    const one = said[at];
    if (one?.outcome === "unchanged") result.unchanged += 1;
    else if (one?.outcome === "refused") {
      const why = one.errors.map((error) => error.detail).join(" ") || one.detail || "";
      result.refused.push({ id: item.subject.replace("indicator/", ""), why });
    } else result.good.push(item);
  });
  return result;
}
