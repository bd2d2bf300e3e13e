// Moving between cells as in Excel: arrows at the edge of a text, Enter down, Shift+Enter up.

import { columns, type ColumnName } from "./model";

export interface Cell {
  row: number;
  column: ColumnName;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

export function cellOf(target: EventTarget | null): Cell | null {
  const element = target instanceof HTMLElement ? target : null;
  const [row, column] = [element?.dataset["row"], element?.dataset["column"]];
  if (row === undefined || column === undefined) return null;
  return { row: Number(row), column: column as ColumnName };
}

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

// Where the key leads from the cell; null when the key belongs to the field itself.
export function destination(event: Key, from: Cell, field: Field): Cell | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const atStart = all || (field.selectionStart === 0 && field.selectionEnd === 0);
  const atEnd = all || field.selectionEnd === field.value.length;
  const side = (step: number): Cell | null => {
    const column = columns[columns.indexOf(from.column) + step];
    return column ? { row: from.row, column } : null;
  };
  switch (event.key) {
    case "Enter":
      return { row: from.row + (event.shiftKey ? -1 : 1), column: from.column };
    case "ArrowDown":
      return atEnd ? { row: from.row + 1, column: from.column } : null;
    case "ArrowUp":
      return atStart ? { row: from.row - 1, column: from.column } : null;
    case "ArrowRight":
      return atEnd ? side(1) : null;
    case "ArrowLeft":
      return atStart ? side(-1) : null;
    default:
      return null;
  }
}

export function focusCell(grid: HTMLElement, to: Cell): boolean {
  const field = grid.querySelector<Field>(`[data-row="${to.row}"][data-column="${to.column}"]:not(:disabled)`);
  if (!field) return false;
  field.focus();
  field.select();
  field.scrollIntoView({ block: "nearest" });
  return true;
}
