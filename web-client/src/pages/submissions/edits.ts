// What was typed in the grid of a period and not sent: row by row, read out of a sheet, and as the items of an act.

import type { FigureKind, SubmissionDifferenceItem, SubmissionGridRow } from "../../api/types";
import { formatNumber, readNumber } from "../../format/number";
import type { DocumentBook } from "../../grid/documents";
import { withCells, type Edits as EditsOf, type Kind, type Sheet, type Taken } from "../../grid/sheet";
import { t } from "../../i18n";
import { columns, figureOf, isNumber, numberIn, refusalOf, storedCells, type Cells, type ColumnName } from "./cells";

export interface Edit {
  cells: Cells;
  figure: number | null; // sequence of the figure that was shown when the row was first touched
  basedOn: number; // sequence of the submission then; 0: nothing was entered
}
export type Edits = EditsOf<Edit>; // by kind and submission
export type FigureSheet = Sheet<SubmissionGridRow, ColumnName, Edit>;

const words = t.submissions.entry;

export const keyOf = (kind: FigureKind, submission: string): string => `${kind} ${submission}`;
export const kindOfKey = (key: string): FigureKind => key.slice(0, key.indexOf(" ")) as FigureKind;

const kinds: Record<ColumnName, Kind> = {
  numerator: "number",
  denominator: "number",
  value: "number",
  reason: "lines",
  source: "lines",
  evidence: "document",
  comment: "lines",
};

// A number that is only unclear goes in, and is asked about there.
function taken(row: SubmissionGridRow, kind: FigureKind, column: ColumnName, text: string, book: DocumentBook): Taken {
  const locked = refusalOf(row, kind, column);
  if (locked !== null) return { why: locked };
  const unreadable = isNumber(column) && text !== "" && numberIn(row, column, text) === null && readNumber(text).kind !== "ask";
  if (unreadable) return { why: t.grid.notNumber };
  return { cell: column === "evidence" ? book.cell(text) : text };
}

export const figureSheet = (kind: FigureKind, book: DocumentBook): FigureSheet => ({
  columns,
  labels: words.columns,
  kinds,
  keyOf: (row) => keyOf(kind, row.submission),
  nameOf: (row) => row.name,
  stored: (row) => storedCells(row, kind),
  begin: (row, cells) => ({ cells, figure: figureOf(row, kind)?.sequence ?? null, basedOn: row.sequence }),
  isOvertaken: (row, edit) => isOvertaken(row, kind, edit),
  take: (row, column, text) => taken(row, kind, column, text, book),
  shown: (column, cell) => (column === "evidence" ? book.shown(cell) : cell),
});

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

// --- what a sheet says, as the server read it ---

export interface SheetTaken {
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
export function takeSheet(edits: Edits, rows: readonly SubmissionGridRow[], items: readonly SubmissionDifferenceItem[], book: DocumentBook): SheetTaken {
  const result: SheetTaken = { edits, taken: 0, refused: [] };
  for (const one of items) {
    if (one.outcome === "unchanged") continue;
    const row = rows.find((each) => `submission/${each.submission}` === one.subject);
    if (one.item && row) {
      result.edits = withCells(figureSheet(one.kind, book), result.edits, row, cellsOfItem(row, one.item));
      if (one.outcome === "accepted") result.taken += 1;
    }
    if (one.outcome === "refused") result.refused.push(one);
  }
  return result;
}
