// What a table to type in is made of. A page says of its rows what stands in them, when somebody else was faster and what a pasted text
// means; typing, pasting and keeping is the same in every table. Values are kept as typed.

import { t } from "../i18n";

export type Cells<Column extends string> = Record<Column, string>;
export type RowFaults<Column extends string> = Partial<Cells<Column>>;
export type Faults<Column extends string> = Readonly<Record<string, RowFaults<Column>>>; // by key of the row

// What is typed in one row; a page adds on what it was built.
export interface Edited<Column extends string> {
  cells: Cells<Column>;
}
export type Edits<Edit> = Readonly<Record<string, Edit>>; // by key of the row

// How a column is typed: a number that is asked about where it can be read in two ways, digits, a line, a text of several lines, a choice, a
// document by its number.
export type Kind = "number" | "digits" | "line" | "lines" | "choice" | "document";

// What becomes of a pasted text: a cell, a refusal with its reason, or nothing.
export type Taken = { cell: string } | { why: string } | null;

export interface Sheet<Row, Column extends string, Edit extends Edited<Column>> {
  columns: readonly Column[];
  labels: Readonly<Record<Column, string>>;
  kinds: Readonly<Record<Column, Kind>>;
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  shortOf?: (row: Row) => string; // names its cells, where its name is long
  stored: (row: Row) => Cells<Column>;
  begin: (row: Row, cells: Cells<Column>) => Edit; // built on what stands there now
  isOvertaken: (row: Row, edit: Edit) => boolean; // somebody else wrote what the edit was built on
  take: (row: Row, column: Column, text: string) => Taken;
  shown?: (column: Column, cell: string) => string; // where a cell does not hold what is read
}

const shortLetters = 60;
export const shortTitle = (title: string): string => title.slice(0, shortLetters);

export function sameCells<Column extends string>(columns: readonly Column[], left: Cells<Column>, right: Cells<Column>): boolean {
  return columns.every((column) => left[column].trim() === right[column].trim());
}

export function without<Edit>(edits: Edits<Edit>, keys: readonly string[]): Edits<Edit> {
  return Object.fromEntries(Object.entries(edits).filter(([key]) => !keys.includes(key)));
}

// The edits with these cells of one row; a row that says again what is stored is no edit.
export function withCells<Row, Column extends string, Edit extends Edited<Column>>(
  sheet: Sheet<Row, Column, Edit>,
  edits: Edits<Edit>,
  row: Row,
  changed: Partial<Cells<Column>>,
): Edits<Edit> {
  const key = sheet.keyOf(row);
  const stored = sheet.stored(row);
  const old = edits[key];
  const cells = { ...(old?.cells ?? stored), ...changed };
  if (sameCells(sheet.columns, cells, stored)) return without(edits, [key]);
  return { ...edits, [key]: old ? { ...old, cells } : sheet.begin(row, cells) };
}

// The same words, now built on what is stored now.
export function rebased<Row, Column extends string, Edit extends Edited<Column>>(sheet: Sheet<Row, Column, Edit>, edits: Edits<Edit>, row: Row): Edits<Edit> {
  const edit = edits[sheet.keyOf(row)];
  return edit ? { ...edits, [sheet.keyOf(row)]: sheet.begin(row, edit.cells) } : edits;
}

// What stands in a row now, in one line.
export function toldCells<Row, Column extends string, Edit extends Edited<Column>>(sheet: Sheet<Row, Column, Edit>, row: Row): string {
  const cells = sheet.stored(row);
  const said = sheet.columns.filter((column) => cells[column] !== "");
  return said.map((column) => `${sheet.labels[column]}: ${sheet.shown?.(column, cells[column]) ?? cells[column]}`).join("; ");
}

// A cell of a pasted block that was not taken.
export interface RefusedCell<Column extends string> {
  row: number; // of the table as it was shown, from 0
  key: string | null; // of that row; null: below the last
  column: Column | null; // null: beyond the last
  text: string;
  why: string;
}

export interface Pasted<Column extends string, Edit> {
  edits: Edits<Edit>;
  rows: number;
  cells: number;
  refused: RefusedCell<Column>[];
}

// Puts a block at a cell and to its right and below, as Excel does; nobody hears of an empty cell that was not taken.
export function paste<Row, Column extends string, Edit extends Edited<Column>>(
  sheet: Sheet<Row, Column, Edit>,
  edits: Edits<Edit>,
  rows: readonly Row[],
  at: { row: number; column: Column },
  block: readonly (readonly string[])[],
): Pasted<Column, Edit> {
  const result: Pasted<Column, Edit> = { edits, rows: 0, cells: 0, refused: [] };
  const first = sheet.columns.indexOf(at.column);
  block.forEach((line, down) => {
    const row = rows[at.row + down];
    const changed: Partial<Cells<Column>> = {};
    line.forEach((raw, right) => {
      const [column, text] = [sheet.columns[first + right], raw.trim()];
      const taken: Taken = row === undefined || column === undefined ? { why: t.grid.outside } : sheet.take(row, column, text);
      if (taken === null) return;
      if ("cell" in taken) changed[column!] = taken.cell;
      else if (text !== "") result.refused.push({ row: at.row + down, key: row === undefined ? null : sheet.keyOf(row), column: column ?? null, text, why: taken.why });
    });
    const cells = Object.keys(changed).length;
    if (row === undefined || cells === 0) return;
    result.edits = withCells(sheet, result.edits, row, changed);
    result.cells += cells;
    result.rows += 1;
  });
  return result;
}

// What is wrong in which edited row; rows without faults are not in it.
export function faultsBy<Column extends string, One>(edited: readonly One[], keyOf: (one: One) => string, faultsOf: (one: One) => RowFaults<Column>): Faults<Column> {
  const found = edited.map((one) => [keyOf(one), faultsOf(one)] as const);
  return Object.fromEntries(found.filter(([, faults]) => Object.keys(faults).length > 0));
}
