// The cells of a row of figures: what is stored, what is typed, what is wrong with it. Values are kept as typed.

import type { CountedFigure, FigureKind, SubmissionFigure, SubmissionGridRow } from "../../api/types";
import { formatNumber, readNumber } from "../../format/number";
import type { DocumentBook } from "../../grid/documents";
import type { Cells as CellsOf, RowFaults as RowFaultsOf } from "../../grid/sheet";
import { t } from "../../i18n";
import { originText } from "../../meaning/counted";
import { fold } from "../../meaning/fold";

export const columns = ["numerator", "denominator", "value", "reason", "source", "evidence", "comment"] as const;
export type ColumnName = (typeof columns)[number];
export type Cells = CellsOf<ColumnName>;
export type RowFaults = RowFaultsOf<ColumnName>;

const words = t.submissions.entry;
const numbers: readonly ColumnName[] = ["numerator", "denominator", "value"];
export const isNumber = (column: ColumnName): boolean => numbers.includes(column);

export const emptyCells: Cells = { numerator: "", denominator: "", value: "", reason: "", source: "", evidence: "", comment: "" };

export const isRate = (row: SubmissionGridRow): boolean => row.definition.combine === "rate";
const hasFraction = (row: SubmissionGridRow): boolean =>
  isRate(row) || row.definition.numerator !== null || (row.definition.computed_from?.denominator ?? null) !== null;
const saysDone = (row: SubmissionGridRow): boolean => row.definition.direction === "done" && !isRate(row);

export function figureOf(row: SubmissionGridRow, kind: FigureKind): SubmissionFigure | undefined {
  return row.figures.find((figure) => figure.kind === kind);
}

// Whether anything can be typed: not what its head has approved, nor what is entered elsewhere.
export function isWritable(row: SubmissionGridRow, kind: FigureKind): boolean {
  if (row.shared_from !== null || row.withheld) return false;
  const stage = figureOf(row, kind)?.stage ?? "draft";
  return stage === "draft" || stage === "submitted";
}

// Why a cell of a row takes nothing; null where it does.
export function refusalOf(row: SubmissionGridRow, kind: FigureKind, column: ColumnName): string | null {
  if (!isWritable(row, kind)) return t.grid.locked;
  if (column === "value" && isRate(row)) return words.refusedCell.computed;
  if ((column === "numerator" || column === "denominator") && !hasFraction(row)) return words.refusedCell.noFraction;
  return null;
}

const shown = (value: number | null | undefined): string => (value === null || value === undefined ? "" : formatNumber(value));

function valueCell(row: SubmissionGridRow, value: number | null | undefined): string {
  if (!saysDone(row) || value === null || value === undefined) return shown(value);
  return value > 0 ? t.indicators.done : t.indicators.notDone;
}

export function storedCells(row: SubmissionGridRow, kind: FigureKind): Cells {
  const figure = figureOf(row, kind);
  if (!figure) return emptyCells;
  return {
    numerator: shown(figure.numerator),
    denominator: shown(figure.denominator),
    value: figure.numerator !== null ? "" : valueCell(row, figure.value),
    reason: figure.reason ?? "",
    source: figure.source ?? "",
    evidence: figure.evidence ?? "",
    comment: figure.comment ?? "",
  };
}

// --- what is counted ---

// Whether what is counted can be taken.
export function isOffered(row: SubmissionGridRow, kind: FigureKind): boolean {
  return isWritable(row, kind) && row.counted !== null && row.counted.value !== null;
}

// What is typed by taking it; where it comes from goes with it, unless another source is named.
export function countedCells(counted: CountedFigure, cells: Cells): Partial<Cells> {
  const source = cells.source.trim() === "" ? { source: t.counted.source(originText(counted)) } : {};
  const fraction = counted.denominator !== null;
  return {
    numerator: fraction ? formatNumber(counted.numerator) : "",
    denominator: shown(counted.denominator),
    value: fraction ? "" : formatNumber(counted.numerator),
    reason: "",
    ...source,
  };
}

// What stands in the row is what is counted.
export function agreesWithCount(row: SubmissionGridRow, cells: Cells): boolean {
  const { counted } = row;
  if (counted === null || counted.value === null) return false;
  if (counted.denominator === null) return numberIn(row, "value", cells.value) === counted.numerator;
  return numberIn(row, "numerator", cells.numerator) === counted.numerator && numberIn(row, "denominator", cells.denominator) === counted.denominator;
}

// --- reading what was typed ---

const yes = ["hoan thanh", "dat", "co", "done", "yes", "1"];
const no = ["chua hoan thanh", "chua dat", "chua", "khong", "not done", "no", "0"];

// Null: it is not one of the two.
function doneFrom(cell: string): number | null {
  const folded = fold(cell.trim());
  if (yes.includes(folded)) return 1;
  return no.includes(folded) ? 0 : null;
}

export function numberIn(row: SubmissionGridRow, column: ColumnName, cell: string): number | null {
  if (column === "value" && saysDone(row)) return doneFrom(cell);
  const read = readNumber(cell);
  return read.kind === "number" ? read.value : null;
}

function numberFault(row: SubmissionGridRow, column: ColumnName, cell: string): string | null {
  if (cell.trim() === "" || numberIn(row, column, cell) !== null) return null;
  if (column === "value" && saysDone(row)) return words.faults.done;
  return readNumber(cell).kind === "ask" ? words.ask(cell.trim()) : words.askNone(cell.trim());
}

// What a rate amounts to, for showing; the server computes it again.
export function computed(row: SubmissionGridRow, cells: Cells): number | null {
  const [over, under] = [numberIn(row, "numerator", cells.numerator), numberIn(row, "denominator", cells.denominator)];
  if (!hasFraction(row) || over === null || under === null || under <= 0) return null;
  const scale = row.definition.unit?.startsWith("%") || row.unit?.startsWith("%") ? 100 : 1;
  return Math.round(((over / under) * scale + Number.EPSILON) * 10_000) / 10_000;
}

const filled = (cells: Cells, ...names: ColumnName[]): boolean => names.some((name) => cells[name].trim() !== "");

export function faultsOf(row: SubmissionGridRow, cells: Cells, book: DocumentBook): RowFaults {
  const faults: RowFaults = {};
  for (const column of numbers) {
    const fault = numberFault(row, column, cells[column]);
    if (fault) faults[column] = fault;
  }
  const under = numberIn(row, "denominator", cells.denominator);
  const half = filled(cells, "numerator") !== filled(cells, "denominator");
  if (half) faults[filled(cells, "numerator") ? "denominator" : "numerator"] = words.faults.pair;
  else if (under !== null && under <= 0) faults.denominator = words.faults.zero;
  if (filled(cells, "value") && filled(cells, "numerator", "denominator")) faults.value ??= words.faults.either;
  const anything = filled(cells, ...numbers);
  if (anything && filled(cells, "reason")) faults.reason = words.faults.both;
  if (!anything && !filled(cells, "reason")) faults[isRate(row) ? "numerator" : "value"] = words.faults.whole;
  if (!book.knows(cells.evidence)) faults.evidence = words.faults.evidence;
  return faults;
}
