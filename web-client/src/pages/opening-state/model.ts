// The opening state as a grid: what is typed a row, what is wrong with it, and what is sent. Values are kept as typed.

import type { Assignment, DocumentRef } from "../../api/types";
import { formatDay, parseDay } from "../../format/date";
import { formatNumber, parseNumber } from "../../format/number";
import { t } from "../../i18n";
import { fold } from "../../meaning/fold";
import { isUntouched } from "../../meaning/fitting";
import { cellOfRef, refOfCell, type DocumentBook } from "./documents";

export const columns = ["status", "percent", "completed_on", "document", "note"] as const;
export type ColumnName = (typeof columns)[number];
export type Cells = Record<ColumnName, string>;

export interface Edit {
  cells: Cells;
  basedOn: number;
  opening: number | null; // sequence of the opening state that was shown when the row was first touched
}
export type Edits = Record<string, Edit>; // by assignment

export type RowState = "missing" | "entered" | "confirmed" | "working";
export type RowFaults = Partial<Record<ColumnName, string>>;

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

export const emptyCells: Cells = { status: "", percent: "", completed_on: "", document: "", note: "" };

export function sameCells(left: Cells, right: Cells): boolean {
  return columns.every((column) => left[column].trim() === right[column].trim());
}

// The edits with one cell changed; a row that says again what is stored is no edit.
export function withCell(edits: Edits, row: Assignment, column: ColumnName, value: string): Edits {
  const stored = storedCells(row);
  const old = edits[row.id];
  const cells = { ...(old?.cells ?? stored), [column]: value };
  const { [row.id]: _dropped, ...rest } = edits;
  if (sameCells(cells, stored)) return rest;
  return {
    ...rest,
    [row.id]: { cells, basedOn: old?.basedOn ?? row.sequence, opening: old ? old.opening : (row.opening?.sequence ?? null) },
  };
}

// Somebody else entered or confirmed another opening state since this row was first touched.
export function isOvertaken(row: Assignment, edit: Edit): boolean {
  return (row.opening?.sequence ?? null) !== edit.opening || row.opening?.confirmed === true;
}

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

// --- pasting a block from Excel ---

// Rows and cells of clipboard text; a quoted cell may hold line breaks and doubled quotes.
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === "\t") endCell();
    else if (character === "\n") {
      endCell();
      rows.push([]);
    } else cell += character;
  }
  endCell();
  return rows;
}

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

// What a pasted text means in its column; null when it means nothing there.
export function pastedValue(column: ColumnName, raw: string, book: DocumentBook): string | null {
  const text = raw.trim();
  if (text === "") return "";
  if (column === "document") return book.knows(book.cell(text)) ? book.cell(text) : null;
  if (column === "status") return statusByWord.get(fold(text)) ?? null;
  if (column === "percent") return parseNumber(text.replace(/%\s*$/, "")) === null ? null : text.replace(/\s*%\s*$/, "");
  if (column === "completed_on") {
    const day = parseDay(text);
    return day === null ? null : formatDay(day);
  }
  return text;
}

export interface Pasted {
  edits: Edits;
  rows: number;
  cells: number;
  skipped: number;
}

// Puts a block at a cell and to its right and below, as Excel does; a single cell fills no more than itself.
export function paste(
  edits: Edits,
  rows: readonly Assignment[],
  atRow: number,
  atColumn: ColumnName,
  block: readonly (readonly string[])[],
  book: DocumentBook,
): Pasted {
  const result: Pasted = { edits, rows: 0, cells: 0, skipped: 0 };
  const firstColumn = columns.indexOf(atColumn);
  block.forEach((line, down) => {
    const row = rows[atRow + down];
    if (!row || !isEditable(row)) {
      result.skipped += line.length;
      return;
    }
    const before = result.cells;
    line.forEach((raw, right) => {
      const column = columns[firstColumn + right];
      const value = column === undefined ? null : pastedValue(column, raw, book);
      if (column === undefined || value === null) {
        result.skipped += 1;
        return;
      }
      result.edits = withCell(result.edits, row, column, value);
      result.cells += 1;
    });
    if (result.cells > before) result.rows += 1;
  });
  return result;
}
