// Moving between cells as in Excel: arrows at the edge of a text, Enter down, Shift+Enter up.

import { columns, type ColumnName } from "./model";

export interface Cell {
  row: number;
  column: ColumnName;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function cellOf(target: EventTarget | null): Cell | null {
  const element = target instanceof HTMLElement ? target : null;
  const [row, column] = [element?.dataset["row"], element?.dataset["column"]];
  if (row === undefined || column === undefined) return null;
  return { row: Number(row), column: column as ColumnName };
}

function caretAt(field: Field): { start: boolean; end: boolean } {
  if (field instanceof HTMLSelectElement) return { start: true, end: true };
  const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  return { start: all || (field.selectionStart === 0 && field.selectionEnd === 0), end: all || field.selectionEnd === field.value.length };
}

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

// Keys of the list of suggestions, while half a document number stands in the field.
const choosing = ["ArrowUp", "ArrowDown", "Enter"];

// Where the key leads from the cell; null when the key belongs to the field itself.
export function destination(event: Key, from: Cell, field: Field): Cell | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (field.dataset["choosing"] !== undefined && choosing.includes(event.key)) return null;
  const caret = caretAt(field);
  const side = (step: number): Cell | null => {
    const column = columns[columns.indexOf(from.column) + step];
    return column ? { row: from.row, column } : null;
  };
  switch (event.key) {
    case "Enter":
      return { row: from.row + (event.shiftKey ? -1 : 1), column: from.column };
    case "ArrowDown":
      return { row: from.row + 1, column: from.column };
    case "ArrowUp":
      return { row: from.row - 1, column: from.column };
    case "ArrowRight":
      return caret.end ? side(1) : null;
    case "ArrowLeft":
      return caret.start ? side(-1) : null;
    default:
      return null;
  }
}

// The next cell that can be typed in, looking on in the same direction over rows that cannot.
export function focusCell(grid: HTMLElement, from: Cell, to: Cell, rows: number): boolean {
  const step = to.row >= from.row ? 1 : -1;
  for (let row = to.row; row >= 0 && row < rows; row += step) {
    const field = grid.querySelector<Field>(`[data-row="${row}"][data-column="${to.column}"]:not(:disabled)`);
    if (field) {
      field.focus();
      if (!(field instanceof HTMLSelectElement)) field.select();
      field.scrollIntoView({ block: "nearest" });
      return true;
    }
    if (to.row === from.row) return false;
  }
  return false;
}
