// The cells of a table of baselines: what is stored, what is typed or pasted, what is wrong with it, and the items of the act.

import type { BaselineDifference, BaselineDifferenceItem, Indicator } from "../../api/types";
import { formatNumber, readNumber } from "../../format/number";
import { cellOfRef, refOfCell, type DocumentBook } from "../../grid/documents";
import type { Cells as CellsOf, Edits as EditsOf, Kind, RowFaults as RowFaultsOf, Sheet, Taken } from "../../grid/sheet";
import { t } from "../../i18n";

export const columns = ["value", "document"] as const;
export type ColumnName = (typeof columns)[number];
export type Cells = CellsOf<ColumnName>;
export type RowFaults = RowFaultsOf<ColumnName>;

// Whose baseline of which year the table has. `agency` null: of the whole.
export interface Scope {
  agency: string | null;
  year: number;
}

export interface Edit {
  cells: Cells;
  seen: number; // sequence of the baseline that was shown when the row was first touched; 0: none
}
export type Edits = EditsOf<Edit>; // by indicator
export type BaselineSheet = Sheet<Indicator, ColumnName, Edit>;

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

const sequenceOf = (row: Indicator, scope: Scope): number => storedOf(row, scope)?.sequence ?? 0;
const kinds: Record<ColumnName, Kind> = { value: "number", document: "document" };

export interface Around {
  scope: Scope;
  book: DocumentBook;
  writable: (row: Indicator) => boolean;
}

// A number that is only unclear goes in, and is asked about there. What is written cannot be emptied: an empty text changes nothing.
function taken(row: Indicator, column: ColumnName, text: string, { book, writable }: Around): Taken {
  if (text === "") return null;
  if (!writable(row)) return { why: t.grid.locked };
  if (column === "document") return { cell: book.cell(text) };
  const read = readNumber(text).kind;
  return read === "number" || read === "ask" ? { cell: text } : { why: t.grid.notNumber };
}

export const baselineSheet = (around: Around): BaselineSheet => ({
  columns,
  labels: t.baselines.columns,
  kinds,
  keyOf: (row) => row.id,
  nameOf: (row) => row.name,
  stored: (row) => storedCells(row, around.scope),
  begin: (row, cells) => ({ cells, seen: sequenceOf(row, around.scope) }),
  isOvertaken: (row, edit) => sequenceOf(row, around.scope) !== edit.seen,
  take: (row, column, text) => taken(row, column, text, around),
  shown: (column, cell) => (column === "document" ? around.book.shown(cell) : cell),
});

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

// Where the server's word about a row is shown.
export function faultOf(_row: Ready, item: BaselineDifference["items"][number]): RowFaults {
  const column = item.errors.some((error) => error.pointer.includes("document")) ? "document" : "value";
  return { [column]: item.errors.map((error) => error.detail).join(" ") || item.detail || "" };
}

// As the table has what a sheet says; without a document that of the table stays.
export function cellsOf(said: NonNullable<BaselineDifferenceItem["item"]>): Partial<Cells> {
  const document = cellOfRef(said.document);
  return { value: formatNumber(said.value), ...(document ? { document } : {}) };
}
