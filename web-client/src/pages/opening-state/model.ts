// The opening state as a grid: what is typed a row, what is wrong with it, and what is sent. Values are kept as typed.

import type { Assignment, DocumentRef } from "../../api/types";
import { formatDay, parseDay } from "../../format/date";
import { formatNumber, parseNumber, readNumber } from "../../format/number";
import { cellOfRef, refOfCell, type DocumentBook } from "../../grid/documents";
import { shortTitle, type Cells as CellsOf, type Edits as EditsOf, type Kind, type RowFaults as RowFaultsOf, type Sheet, type Taken } from "../../grid/sheet";
import { t } from "../../i18n";
import { fold } from "../../meaning/fold";
import { isUntouched } from "../../meaning/fitting";

export const columns = ["status", "percent", "completed_on", "document", "note"] as const;
export type ColumnName = (typeof columns)[number];
export type Cells = CellsOf<ColumnName>;

export interface Edit {
  cells: Cells;
  basedOn: number;
  opening: number | null; // sequence of the opening state that was shown when the row was first touched
}
export type Edits = EditsOf<Edit>; // by assignment
export type OpeningSheet = Sheet<Assignment, ColumnName, Edit>;

export type RowState = "missing" | "entered" | "confirmed" | "working";
export type RowFaults = RowFaultsOf<ColumnName>;

const words = t.registers.opening;

export function stateOf(row: Assignment): RowState {
  if (row.opening) return row.opening.confirmed ? "confirmed" : "entered";
  return isUntouched(row) ? "missing" : "working";
}

export function isEditable(row: Assignment): boolean {
  const state = stateOf(row);
  return (state === "missing" || state === "entered") && row.status !== "suspended" && row.status !== "cancelled";
}

export function storedCells(row: Assignment): Cells {
  const opening = row.opening;
  return {
    status: opening?.status ?? "",
    percent: opening?.percent == null ? "" : formatNumber(opening.percent),
    completed_on: opening?.completed_on ? formatDay(opening.completed_on) : "",
    document: cellOfRef(opening?.document),
    note: opening?.note ?? "",
  };
}

// Somebody else entered or confirmed another opening state since this row was first touched.
export function isOvertaken(row: Assignment, edit: Edit): boolean {
  return (row.opening?.sequence ?? null) !== edit.opening || row.opening?.confirmed === true;
}

// What was typed can still be entered: nobody has confirmed the row.
export const mayKeep = (row: Assignment): boolean => row.opening?.confirmed !== true;

export function faultsOf(cells: Cells, today: string, book: DocumentBook): RowFaults {
  const faults: RowFaults = {};
  const percent = parseNumber(cells.percent.replace(/%\s*$/, ""));
  const day = parseDay(cells.completed_on);
  if (cells.status === "") faults.status = words.needStatus;
  if (cells.percent.trim() !== "" && (percent === null || percent < 0 || percent > 100 || !Number.isInteger(percent)))
    faults.percent = words.badPercent;
  if (cells.completed_on.trim() === "") {
    if (cells.status === "completed") faults.completed_on = words.needDate;
  } else if (day === null) faults.completed_on = t.common.badDay;
  else if (day > today) faults.completed_on = t.commands.hints.notInFuture;
  else if (cells.status !== "completed" && cells.status !== "") faults.completed_on = words.noDate;
  if (!book.knows(cells.document)) faults.document = words.badDocument;
  return faults;
}

export interface Item {
  subject: string;
  based_on: number;
  status: string;
  percent?: number;
  completed_on?: string;
  document?: DocumentRef;
  note?: string;
}

export function itemOf(id: string, edit: Edit): Item {
  const percent = parseNumber(edit.cells.percent.replace(/%\s*$/, ""));
  const day = parseDay(edit.cells.completed_on);
  const document = refOfCell(edit.cells.document);
  const note = edit.cells.note.trim();
  return {
    subject: `assignment/${id}`,
    based_on: edit.basedOn,
    status: edit.cells.status,
    ...(percent === null || edit.cells.status === "completed" ? {} : { percent }),
    ...(day === null ? {} : { completed_on: day }),
    ...(document === null ? {} : { document }),
    ...(note === "" ? {} : { note }),
  };
}

// --- what a pasted text means ---

const statusByWord = new Map(
  Object.entries({ ...words.statusWords }).flatMap(([status, word]) => [
    [fold(word), status],
    [fold(status), status],
  ]),
);
const otherWords: readonly (readonly [string, string])[] = [
  ["chua thuc hien", "not-started"],
  ["dang thuc hien", "in-progress"],
  ["hoan thanh", "completed"],
  ["da hoan thanh", "completed"],
  ["xong", "completed"],
  ["dang trien khai", "in-progress"],
  ["chua trien khai", "not-started"],
];
for (const [word, status] of otherWords) statusByWord.set(word, status);

function pasted(column: ColumnName, text: string, book: DocumentBook): Taken {
  if (text === "" || column === "note") return { cell: text };
  if (column === "document") return { cell: book.cell(text) };
  if (column === "status") {
    const status = statusByWord.get(fold(text));
    return status === undefined ? { why: words.noStatus } : { cell: status };
  }
  if (column === "completed_on") {
    const day = parseDay(text);
    return day === null ? { why: words.noDay } : { cell: formatDay(day) };
  }
  return readNumber(text).kind === "bad" ? { why: t.grid.notNumber } : { cell: text.replace(/\s*%\s*$/, "") };
}

const labels: Record<ColumnName, string> = {
  status: words.status,
  percent: words.percent,
  completed_on: words.completedOn,
  document: words.document,
  note: words.note,
};
const kinds: Record<ColumnName, Kind> = { status: "choice", percent: "number", completed_on: "digits", document: "document", note: "lines" };

export const openingSheet = (book: DocumentBook): OpeningSheet => ({
  columns,
  labels,
  kinds,
  keyOf: (row) => row.id,
  nameOf: (row) => row.title,
  shortOf: (row) => shortTitle(row.title),
  stored: storedCells,
  begin: (row, cells) => ({ cells, basedOn: row.sequence, opening: row.opening?.sequence ?? null }),
  isOvertaken,
  take: (row, column, text) => (isEditable(row) ? pasted(column, text, book) : { why: t.grid.locked }),
  shown: (column, cell) => {
    if (column === "status") return words.statusWords[cell] ?? cell;
    return column === "document" ? book.shown(cell) : cell;
  },
});
