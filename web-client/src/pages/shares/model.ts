// Giao chỉ tiêu as a table: a row of each agency that submits, a column of each year; what is stored, what is wrong, what adds up, and the
// items of the act.

import type { IndicatorSeries, ShareDifference, Target } from "../../api/types";
import { formatNumber, readNumber } from "../../format/number";
import type { Cells as CellsOf, Edits as EditsOf, RowFaults as RowFaultsOf, Sheet } from "../../grid/sheet";
import { t } from "../../i18n";

export interface ShareRow {
  agency: string;
  name: string;
  short: string;
  targets: readonly Target[]; // in force
  sequence: number; // of the set in force; 0: none
}

export type Year = string;
export type Cells = CellsOf<Year>;
export type RowFaults = RowFaultsOf<Year>;

export interface Edit {
  cells: Cells;
  seen: number; // sequence of the set that was shown when the row was first touched
}
export type Edits = EditsOf<Edit>; // by agency
export type ShareSheet = Sheet<ShareRow, Year, Edit>;

const words = t.shares;
const yearsAhead = 4;
const yearsMost = 10;
type Named = (id: string) => string;

const setOf = (series: IndicatorSeries, agency: string) => series.target_sets.find((set) => set.in_force && set.agency === agency);

export function rowsOf(series: IndicatorSeries, nameOf: Named, shortOf: Named): ShareRow[] {
  return series.submitters.map((agency) => {
    const set = setOf(series, agency);
    return { agency, name: nameOf(agency), short: shortOf(agency), targets: set?.targets ?? [], sequence: set?.sequence ?? 0 };
  });
}

// Who has a share and submits no more; it counts no longer.
export function leftOver(series: IndicatorSeries): string[] {
  const agencies = series.target_sets.flatMap((set) => (set.in_force && set.agency !== null ? [set.agency] : []));
  return [...new Set(agencies)].filter((agency) => !series.submitters.includes(agency));
}

// From this year to the last target of the whole, five at least and ten at most, and those that have a share.
export function yearsOf(series: IndicatorSeries, rows: readonly ShareRow[], now: number): Year[] {
  const last = Math.max(now + yearsAhead, ...series.targets.map((target) => target.year));
  const ahead = Array.from({ length: Math.min(last - now + 1, yearsMost) }, (_, after) => now + after);
  const shared = rows.flatMap((row) => row.targets.map((target) => target.year));
  return [...new Set([...ahead, ...shared])].sort((a, b) => a - b).map(String);
}

// The number that a target says, where it says just one.
export function numberOf(target: Target | undefined): number | null {
  if (!target || target.parts.length > 0 || ["range", "text", "done"].includes(target.comparator)) return null;
  return typeof target.value === "number" ? target.value : null;
}

function cellOf(target: Target | undefined): string {
  const number = numberOf(target);
  return number === null ? (target?.text ?? "") : formatNumber(number);
}

const inYear = (targets: readonly Target[], year: Year) => targets.find((target) => target.year === Number(year));
export const storedCells = (row: ShareRow, years: readonly Year[]): Cells => Object.fromEntries(years.map((year) => [year, cellOf(inYear(row.targets, year))]));

export function shareSheet(years: readonly Year[]): ShareSheet {
  return {
    columns: years,
    labels: Object.fromEntries(years.map((year) => [year, year])),
    kinds: Object.fromEntries(years.map((year) => [year, "number" as const])),
    keyOf: (row) => row.agency,
    nameOf: (row) => row.name,
    shortOf: (row) => row.short,
    stored: (row) => storedCells(row, years),
    begin: (row, cells) => ({ cells, seen: row.sequence }),
    isOvertaken: (row, edit) => row.sequence !== edit.seen,
    take: (_row, _year, text) => {
      if (text === "") return null;
      const read = readNumber(text).kind;
      return read === "number" || read === "ask" ? { cell: text } : { why: t.grid.notNumber };
    },
  };
}

const isNew = (row: ShareRow, year: Year, text: string): boolean => text.trim() !== cellOf(inYear(row.targets, year));

// Years that say what they said stay as they are; of a row something is left.
export function faultsOf(row: ShareRow, cells: Cells): RowFaults {
  const faults: RowFaults = {};
  const years = Object.keys(cells);
  for (const year of years) {
    const text = cells[year]?.trim() ?? "";
    if (text === "" || !isNew(row, year, text)) continue;
    const read = readNumber(text);
    if (read.kind === "ask") faults[year] = t.submissions.entry.ask(text);
    else if (read.kind !== "number") faults[year] = t.submissions.entry.askNone(text);
  }
  if (years.every((year) => (cells[year]?.trim() ?? "") === "") && years[0] !== undefined) faults[years[0]] = words.nothingLeft;
  return faults;
}

export interface TargetInput {
  year: number;
  text: string;
  comparator: Target["comparator"];
  value?: Target["value"];
  unit?: string | null;
  parts?: Target["parts"];
}

export interface Item {
  subject: string;
  based_on: number;
  agency: string;
  targets: TargetInput[];
}

export interface Ready {
  key: string;
  item: Item;
  years: Year[]; // of its targets, in their order
}

const signs: Partial<Record<Target["comparator"], string>> = { ">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "=": "" };

// How a share is compared that says nothing yet: as the whole in that year, else by which way is better.
export function comparatorFor(series: IndicatorSeries, year: Year, direction: string): Target["comparator"] {
  const whole = inYear(series.targets, year)?.comparator;
  if (whole !== undefined && signs[whole] !== undefined) return whole;
  return direction === "higher" ? ">=" : "<=";
}

function targetOf(row: ShareRow, year: Year, text: string, comparator: Target["comparator"]): TargetInput[] {
  const stored = inYear(row.targets, year);
  if (text === "") return [];
  if (stored && !isNew(row, year, text)) return [stored];
  const read = readNumber(text);
  if (read.kind !== "number") return [];
  const by = stored && signs[stored.comparator] !== undefined ? stored.comparator : comparator;
  return [{ year: Number(year), text: `${signs[by]}${formatNumber(read.value)}`, comparator: by, value: read.value }];
}

// Of rows without faults, in their order. A set holds as a whole: years beyond the table go along.
export function readyFrom(rows: readonly ShareRow[], edits: Edits, series: IndicatorSeries, direction: string): Ready[] {
  return rows.flatMap((row) => {
    const edit = edits[row.agency];
    if (!edit) return [];
    const typed = Object.keys(edit.cells);
    const beyond = row.targets.filter((target) => !typed.includes(String(target.year)));
    const made = typed.flatMap((year) => targetOf(row, year, edit.cells[year]?.trim() ?? "", comparatorFor(series, year, direction)));
    const targets = [...beyond, ...made].sort((a, b) => a.year - b.year);
    const item = { subject: `indicator/${series.indicator}`, based_on: series.sequence, agency: row.agency, targets };
    return [{ key: row.agency, item, years: targets.map((target) => String(target.year)) }];
  });
}

const place = /^\/targets\/(\d+)/;

// Where the server's word about a row is shown: at its year, else at the first.
export function faultOf(ready: Ready, item: ShareDifference["items"][number]): RowFaults {
  const at = item.errors.map((error) => place.exec(error.pointer)?.[1]).find((found) => found !== undefined);
  const year = (at === undefined ? undefined : ready.years[Number(at)]) ?? ready.years[0] ?? "";
  return { [year]: item.errors.map((error) => error.detail).join(" ") || item.detail || "" };
}

export interface YearSum {
  year: Year;
  sum: number;
  agencies: number; // whose share is a number
  target: number | null; // of the whole
}

const decimals = 4;

// What the table as typed adds up to.
export function sumsOf(rows: readonly ShareRow[], edits: Edits, series: IndicatorSeries, years: readonly Year[]): YearSum[] {
  return years.map((year) => {
    const numbers = rows.flatMap((row) => {
      const stored = inYear(row.targets, year);
      const text = edits[row.agency]?.cells[year]?.trim() ?? cellOf(stored);
      if (stored && !isNew(row, year, text)) return numberOf(stored) ?? [];
      const read = readNumber(text);
      return read.kind === "number" ? [read.value] : [];
    });
    const sum = numbers.reduce((all, one) => all + one, 0);
    return { year, sum: Number(sum.toFixed(decimals)), agencies: numbers.length, target: numberOf(inYear(series.targets, year)) };
  });
}

// "480/500, còn 20 chưa giao"
export function sumText({ sum, target, agencies }: Omit<YearSum, "year">): string {
  if (agencies === 0) return "";
  if (target === null) return formatNumber(sum);
  const difference = Number((sum - target).toFixed(decimals));
  const held = words.held(formatNumber(sum), formatNumber(target));
  if (difference === 0) return `${held}, ${words.enough}`;
  return `${held}, ${difference < 0 ? words.short(formatNumber(-difference)) : words.beyond(formatNumber(difference))}`;
}
