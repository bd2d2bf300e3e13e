// The cells of a table of baselines: what is stored, what is typed or pasted, what is wrong with it, and the items of the act.

import type { BaselineDifference, BaselineDifferenceItem, Indicator } from "../../api/types";
import { formatNumber, readNumber } from "../../format/number";
import { t } from "../../i18n";
import { cellOfRef, refOfCell, type DocumentBook } from "../opening-state/documents";

export const columns = ["value", "document"] as const;
export type ColumnName = (typeof columns)[number];
export type Cells = Record<ColumnName, string>;
export type RowFaults = Partial<Record<ColumnName, string>>;
export type Faults = Record<string, RowFaults>; // by indicator

// Whose baseline of which year the table has. `agency` null: of the whole.
export interface Scope {
  agency: string | null;
  year: number;
}

export interface Edit {
  cells: Cells;
  seen: number; // sequence of the baseline that was shown when the row was first touched; 0: none
}
export type Edits = Record<string, Edit>; // by indicator

type Baseline = Indicator["baselines"][number];
const words = t.submissions.entry;
const measured = ["higher", "lower", "rank"];

// Those that a number says; of a heading there is none.
export const rowsOf = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter((row) => !row.heading && row.definition !== null && measured.includes(row.definition.direction));

// The newest that is known, of any year.
export const newestOf = (row: Indicator, agency: string | null): Baseline | undefined => row.baselines.find((one) => one.agency === agency);

export function storedOf(row: Indicator, scope: Scope): Baseline | undefined {
  const newest = newestOf(row, scope.agency);
  return newest?.year === scope.year ? newest : undefined;
}

export function storedCells(row: Indicator, scope: Scope): Cells {
  const stored = storedOf(row, scope);
  return { value: stored ? formatNumber(stored.value) : "", document: cellOfRef(stored?.document) };
}

const same = (left: Cells, right: Cells): boolean => columns.every((column) => left[column].trim() === right[column].trim());
const sequenceOf = (row: Indicator, scope: Scope): number => storedOf(row, scope)?.sequence ?? 0;

// The edits with these cells of one row; a row that says again what is stored is no edit.
export function withCells(edits: Edits, row: Indicator, scope: Scope, changed: Partial<Cells>): Edits {
  const stored = storedCells(row, scope);
  const old = edits[row.id];
  const cells = { ...(old?.cells ?? stored), ...changed };
  const { [row.id]: _dropped, ...rest } = edits;
  return same(cells, stored) ? rest : { ...rest, [row.id]: { cells, seen: old?.seen ?? sequenceOf(row, scope) } };
}

// Somebody else wrote this baseline since the row was first touched.
export const isOvertaken = (row: Indicator, scope: Scope, edit: Edit): boolean => sequenceOf(row, scope) !== edit.seen;

// The same words, now built on what is stored now.
export function rebased(edits: Edits, row: Indicator, scope: Scope): Edits {
  const edit = edits[row.id];
  return edit ? { ...edits, [row.id]: { ...edit, seen: sequenceOf(row, scope) } } : edits;
}

export function faultsOf(cells: Cells, book: DocumentBook): RowFaults {
  const faults: RowFaults = {};
  const read = readNumber(cells.value);
  if (cells.value.trim() === "") faults.value = t.baselines.value;
  else if (read.kind === "ask") faults.value = words.ask(cells.value.trim());
  else if (read.kind !== "number") faults.value = words.askNone(cells.value.trim());
  if (!book.knows(cells.document)) faults.document = words.faults.evidence;
  return faults;
}

export interface Item {
  subject: string;
  based_on: number;
  agency?: string;
  year: number;
  value: number;
  document?: ReturnType<typeof refOfCell>;
}

export interface Ready {
  key: string;
  item: Item;
}

// Of rows without faults, in their order.
export function readyFrom(rows: readonly Indicator[], edits: Edits, scope: Scope): Ready[] {
  return rows.flatMap((row) => {
    const edit = edits[row.id];
    const read = readNumber(edit?.cells.value ?? "");
    if (!edit || read.kind !== "number") return [];
    const document = refOfCell(edit.cells.document);
    const item: Item = {
      subject: `indicator/${row.id}`,
      based_on: row.sequence,
      ...(scope.agency ? { agency: scope.agency } : {}),
      year: scope.year,
      value: read.value,
      ...(document ? { document } : {}),
    };
    return [{ key: row.id, item }];
  });
}

export interface Judged {
  good: Ready[];
  same: Ready[]; // what stands there already
  faults: Faults;
}

// `answer` has one item for each that was asked about, in their order.
export function judged(ready: readonly Ready[], answer: Pick<BaselineDifference, "items">): Judged {
  const result: Judged = { good: [], same: [], faults: {} };
  ready.forEach((one, at) => {
    const item = answer.items[at];
    const said = item?.errors.map((error) => error.detail).join(" ") || item?.detail || "";
    const column = item?.errors.some((error) => error.pointer.includes("document")) ? "document" : "value";
    if (item?.outcome === "refused") result.faults[one.key] = { [column]: said };
    else if (item?.outcome === "unchanged") result.same.push(one);
    else result.good.push(one);
  });
  return result;
}

// --- pasting a block from Excel ---

export interface RefusedCell {
  row: number; // of the table, from 0
  column: ColumnName | null; // null: beyond the last
  text: string;
  why: string;
}

export interface Pasted {
  edits: Edits;
  rows: number;
  cells: number;
  refused: RefusedCell[];
}

interface Around {
  rows: readonly Indicator[];
  scope: Scope;
  book: DocumentBook;
  writable: (row: Indicator) => boolean;
}

// A number that is only unclear goes in, and is asked about there.
function whyNot(row: Indicator | undefined, column: ColumnName | undefined, text: string, around: Around): string | null {
  if (!row || !column) return words.refusedCell.outside;
  if (!around.writable(row)) return words.refusedCell.locked;
  const read = readNumber(text).kind;
  return column === "value" && read !== "number" && read !== "ask" ? words.refusedCell.number : null;
}

// Puts a block at a cell and to its right and below. Empty cells of the block change nothing.
export function paste(edits: Edits, around: Around, at: { row: number; column: ColumnName }, block: readonly (readonly string[])[]): Pasted {
  const result: Pasted = { edits, rows: 0, cells: 0, refused: [] };
  const first = columns.indexOf(at.column);
  block.forEach((line, down) => {
    const row = around.rows[at.row + down];
    const changed: Partial<Cells> = {};
    line.forEach((raw, right) => {
      const [column, text] = [columns[first + right], raw.trim()];
      if (text === "") return;
      const why = whyNot(row, column, text, around);
      if (why !== null || !column) result.refused.push({ row: at.row + down, column: column ?? null, text, why: why ?? words.refusedCell.outside });
      else changed[column] = column === "document" ? around.book.cell(text) : text;
    });
    const cells = Object.keys(changed).length;
    if (!row || cells === 0) return;
    result.edits = withCells(result.edits, row, around.scope, changed);
    result.cells += cells;
    result.rows += 1;
  });
  return result;
}

// As the table has what a sheet says; without a document that of the table stays.
export function cellsOf(said: NonNullable<BaselineDifferenceItem["item"]>): Partial<Cells> {
  const document = cellOfRef(said.document);
  return { value: formatNumber(said.value), ...(document ? { document } : {}) };
}
