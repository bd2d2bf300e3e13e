// Targets and amounts of a row of a file, corrected. Pure: what stands in the fields, and what is sent of it.

import { moneyValue, readMoney, type MoneyUnit, type MoneyValue } from "../../format/money";
import type { ImportFigure, ImportFix, ImportRow } from "./plan-import";

// What is typed, by column: words of a target, or money.
export type FigureValue = string | MoneyValue;

const unit: MoneyUnit = "million"; // as annexes print it

export const hasFigures = (row: ImportRow): boolean => row.of !== "tasks" && row.kind !== "gone" && !row.is_group && row.cells.length > 0;

// As the row is read now, or as it was corrected.
export function figureValues(row: ImportRow): FigureValue[] {
  return row.cells.map((cell) => {
    if (row.of === "indicators") return cell.text;
    const read = row.values.find((value) => value.year === cell.year);
    const said = read && read.text !== "" && (cell.year !== null || cell.text !== ""); // a blank total is read as the sum of the years
    return said ? moneyValue(Number(read.text), unit) : { text: "", unit };
  });
}

const same = (left: FigureValue, right: FigureValue): boolean => JSON.stringify(left) === JSON.stringify(right);

function figureOf(year: number | null, value: FigureValue): ImportFigure | null {
  if (typeof value === "string") return { year, ...(value.trim() === "" ? {} : { text: value.trim() }) };
  const read = readMoney(value);
  if (read === null) return { year };
  return "fault" in read ? null : { year, amount: read.amount };
}

// The row's fixes with what was changed; null where something typed is no amount.
export function fixedFigures(row: ImportRow, before: readonly FigureValue[], now: readonly FigureValue[], fix: ImportFix | undefined): ImportFigure[] | null {
  const changed: ImportFigure[] = [];
  for (const [at, cell] of row.cells.entries()) {
    const [old, value] = [before[at], now[at]];
    if (old === undefined || value === undefined || same(old, value)) continue;
    const figure = figureOf(cell.year, value);
    if (figure === null) return null;
    changed.push(figure);
  }
  const kept = (fix?.figures ?? []).filter((one) => !changed.some((other) => (other.year ?? null) === (one.year ?? null)));
  return [...kept, ...changed];
}
