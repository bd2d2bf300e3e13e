// What was typed in the grid of a period and not sent: row by row, pasted as blocks, read out of a sheet, and as the items of an act.

import type { FigureKind, SubmissionDifferenceItem, SubmissionGridRow } from "../../api/types";
import { formatNumber, readNumber } from "../../format/number";
import { t } from "../../i18n";
import type { DocumentBook } from "../opening-state/documents";
import { columns, figureOf, isNumber, numberIn, refusalOf, sameCells, storedCells, type Cells, type ColumnName } from "./cells";

export interface Edit {
  cells: Cells;
  figure: number | null; // sequence of the figure that was shown when the row was first touched
  basedOn: number; // sequence of the submission then; 0: nothing was entered
}
export type Edits = Record<string, Edit>; // by kind and submission

const words = t.submissions.entry;

export const keyOf = (kind: FigureKind, submission: string): string => `${kind} ${submission}`;
export const kindOfKey = (key: string): FigureKind => key.slice(0, key.indexOf(" ")) as FigureKind;

const begin = (row: SubmissionGridRow, kind: FigureKind, cells: Cells): Edit => ({
  cells,
  figure: figureOf(row, kind)?.sequence ?? null,
  basedOn: row.sequence,
});

// The edits with these cells of one row; a row that says again what is stored is no edit.
export function withCells(edits: Edits, row: SubmissionGridRow, kind: FigureKind, changed: Partial<Cells>): Edits {
  const key = keyOf(kind, row.submission);
  const stored = storedCells(row, kind);
  const old = edits[key];
  const cells = { ...(old?.cells ?? stored), ...changed };
  const { [key]: _dropped, ...rest } = edits;
  return sameCells(cells, stored) ? rest : { ...rest, [key]: old ? { ...old, cells } : begin(row, kind, cells) };
}

// The same words, now built on what is stored now.
export function rebased(edits: Edits, row: SubmissionGridRow, kind: FigureKind): Edits {
  const edit = edits[keyOf(kind, row.submission)];
  return edit ? { ...edits, [keyOf(kind, row.submission)]: begin(row, kind, edit.cells) } : edits;
}

// Somebody else wrote this figure since the row was first touched.
export function isOvertaken(row: SubmissionGridRow, kind: FigureKind, edit: Edit): boolean {
  return (figureOf(row, kind)?.sequence ?? null) !== edit.figure;
}

// --- as items of the act ---

export interface Item {
  subject: string;
  based_on?: number;
  kind: FigureKind;
  value?: number;
  numerator?: number;
  denominator?: number;
  missing?: boolean;
  reason?: string;
  source?: string;
  evidence?: string;
  comment?: string;
  submit?: boolean;
}

// Of a row without faults. Other kinds of the same submission may have been written meanwhile: it builds on what stands there now.
export function itemOf(row: SubmissionGridRow, kind: FigureKind, { cells }: Edit, submit: boolean): Item {
  const number = (column: ColumnName) => numberIn(row, column, cells[column]);
  const said = (column: ColumnName) => cells[column].trim();
  const [value, over, under] = [number("value"), number("numerator"), number("denominator")];
  const fraction = over !== null && under !== null ? { numerator: over, denominator: under } : {};
  return {
    subject: `submission/${row.submission}`,
    ...(row.sequence > 0 ? { based_on: row.sequence } : {}),
    kind,
    ...(value === null ? {} : { value }),
    ...fraction,
    ...(said("reason") === "" ? {} : { missing: true, reason: said("reason") }),
    ...(said("source") === "" ? {} : { source: said("source") }),
    ...(said("evidence") === "" ? {} : { evidence: said("evidence") }),
    ...(said("comment") === "" ? {} : { comment: said("comment") }),
    ...(submit ? { submit: true } : {}),
  };
}

// --- pasting a block from Excel ---

export interface RefusedCell {
  row: number; // of the grid, from 0
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

// What speaks against a cell; a number that is only unclear goes in, and is asked about there.
function whyNot(row: SubmissionGridRow | undefined, kind: FigureKind, column: ColumnName | undefined, text: string): string | null {
  if (!row || !column) return words.refusedCell.outside;
  const locked = refusalOf(row, kind, column);
  if (locked) return locked;
  const unreadable = isNumber(column) && numberIn(row, column, text) === null && readNumber(text).kind !== "ask";
  return unreadable ? words.refusedCell.number : null;
}

interface Place {
  row: number;
  column: ColumnName;
}

// Puts a block at a cell and to its right and below, as Excel does. An empty cell of the block empties what can be emptied.
export function paste(
  edits: Edits,
  rows: readonly SubmissionGridRow[],
  kind: FigureKind,
  at: Place,
  block: readonly (readonly string[])[],
  book: DocumentBook,
): Pasted {
  const result: Pasted = { edits, rows: 0, cells: 0, refused: [] };
  const first = columns.indexOf(at.column);
  block.forEach((line, down) => {
    const row = rows[at.row + down];
    const changed: Partial<Cells> = {};
    line.forEach((raw, right) => {
      const [column, text] = [columns[first + right], raw.trim()];
      const blank = text === "" && (!row || !column || refusalOf(row, kind, column) !== null);
      if (blank) return;
      const why = text === "" ? null : whyNot(row, kind, column, text);
      if (why !== null || !column) result.refused.push({ row: at.row + down, column: column ?? null, text, why: why ?? words.refusedCell.outside });
      else changed[column] = column === "evidence" ? book.cell(text) : text;
    });
    const cells = Object.keys(changed).length;
    if (!row || cells === 0) return;
    result.edits = withCells(result.edits, row, kind, changed);
    result.cells += cells;
    result.rows += 1;
  });
  return result;
}

// --- what a sheet says, as the server read it ---

export interface Taken {
  edits: Edits;
  taken: number;
  refused: SubmissionDifferenceItem[];
}

// A sheet that has no documents leaves those that stand there.
function cellsOfItem(row: SubmissionGridRow, item: NonNullable<SubmissionDifferenceItem["item"]>): Partial<Cells> {
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? "" : formatNumber(value));
  const done = row.definition.direction === "done" && item.value != null;
  return {
    numerator: shown(item.numerator),
    denominator: shown(item.denominator),
    value: done ? (Number(item.value) > 0 ? t.indicators.done : t.indicators.notDone) : shown(item.value),
    reason: item.reason ?? "",
    source: item.source ?? "",
    ...(item.evidence ? { evidence: item.evidence } : {}),
    comment: item.comment ?? "",
  };
}

// Rows that the server would take become edits, to be looked at; the others are told, with what could be read of them in place to be mended.
export function takeSheet(edits: Edits, rows: readonly SubmissionGridRow[], items: readonly SubmissionDifferenceItem[]): Taken {
  const result: Taken = { edits, taken: 0, refused: [] };
  for (const one of items) {
    if (one.outcome === "unchanged") continue;
    const row = rows.find((each) => `submission/${each.submission}` === one.subject);
    if (one.item && row) {
      result.edits = withCells(result.edits, row, one.kind, cellsOfItem(row, one.item));
      if (one.outcome === "accepted") result.taken += 1;
    }
    if (one.outcome === "refused") result.refused.push(one);
  }
  return result;
}
