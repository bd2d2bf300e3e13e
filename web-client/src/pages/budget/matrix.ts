// A table of amounts to type in: rows by funding source, columns by year. Cells are kept as typed, in triệu đồng; sums are of whole đồng.

import { readMoney, typedMoney, type MoneyFault } from "../../format/money";

export interface Matrix {
  rows: readonly string[];
  columns: readonly string[];
}

export type Cells = Record<string, string>; // by cellKey

export const cellKey = (row: string, column: string): string => `${row} ${column}`;

export type Amounts = ReadonlyMap<string, number>; // by cellKey; a cell that is missing is empty

export function cellsOf(amounts: Amounts): Cells {
  return Object.fromEntries([...amounts].map(([key, amount]) => [key, typedMoney(amount, "million")]));
}

export interface Read {
  amounts: Map<string, number>;
  faults: Record<string, MoneyFault>;
}

export function readCells(matrix: Matrix, cells: Cells): Read {
  const read: Read = { amounts: new Map(), faults: {} };
  for (const row of matrix.rows) {
    for (const column of matrix.columns) {
      const key = cellKey(row, column);
      const found = readMoney({ text: cells[key] ?? "", unit: "million" });
      if (found === null) continue;
      if ("fault" in found) read.faults[key] = found.fault;
      else read.amounts.set(key, found.amount);
    }
  }
  return read;
}

export function columnSum(matrix: Matrix, amounts: Amounts, column: string): number {
  return matrix.rows.reduce((sum, row) => sum + (amounts.get(cellKey(row, column)) ?? 0), 0);
}

export function rowSum(matrix: Matrix, amounts: Amounts, row: string): number {
  return matrix.columns.reduce((sum, column) => sum + (amounts.get(cellKey(row, column)) ?? 0), 0);
}

export function total(matrix: Matrix, amounts: Amounts): number {
  return matrix.columns.reduce((sum, column) => sum + columnSum(matrix, amounts, column), 0);
}

// What each column still lacks of its need; below nothing where more is given than needed.
export function unassigned(matrix: Matrix, amounts: Amounts, needs: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(matrix.columns.map((column) => [column, (needs.get(column) ?? 0) - columnSum(matrix, amounts, column)]));
}

// Sources with the unassigned make the need: that closes unless more is given than needed.
export function closes(matrix: Matrix, read: Read, needs: ReadonlyMap<string, number>): boolean {
  if (Object.keys(read.faults).length > 0) return false;
  return [...unassigned(matrix, read.amounts, needs).values()].every((rest) => rest >= 0);
}

export interface Pasted {
  cells: Cells;
  taken: number;
  skipped: number; // outside the table
}

const unitNames = /\s*(triệu\s*)?(đồng)?$/i;

// Puts a block at a cell and to its right and below, as Excel does. A dash is an empty cell in the papers.
export function paste(matrix: Matrix, cells: Cells, at: { row: string; column: string }, block: readonly (readonly string[])[]): Pasted {
  const result: Pasted = { cells: { ...cells }, taken: 0, skipped: 0 };
  const [top, left] = [matrix.rows.indexOf(at.row), matrix.columns.indexOf(at.column)];
  block.forEach((line, down) =>
    line.forEach((raw, right) => {
      const [row, column] = [matrix.rows[top + down], matrix.columns[left + right]];
      if (row === undefined || column === undefined) {
        result.skipped += 1;
        return;
      }
      const text = raw.trim().replace(unitNames, "");
      result.cells[cellKey(row, column)] = /^[-–—]$/.test(text) ? "" : text;
      result.taken += 1;
    }),
  );
  return result;
}

export function sameAmounts(left: Amounts, right: Amounts): boolean {
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].every((key) => (left.get(key) ?? 0) === (right.get(key) ?? 0));
}
