// Moving between the cells of a grid as in Excel: arrows at the edge of a text, Enter down, Shift+Enter up. A cell's field says where it
// stands: data-row and data-column.

export interface Cell<Column extends string> {
  row: number;
  column: Column;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

export function cellOf<Column extends string>(target: EventTarget | null): Cell<Column> | null {
  const element = target instanceof HTMLElement ? target : null;
  const [row, column] = [element?.dataset["row"], element?.dataset["column"]];
  if (row === undefined || column === undefined) return null;
  return { row: Number(row), column: column as Column };
}

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  nativeEvent?: { isComposing?: boolean };
}

// Where the key leads from the cell; null when the key belongs to the field itself, or to the input method that is still putting a word
// together: its Enter and arrows choose among what it offers.
export function destination<Column extends string>(
  event: Key,
  from: Cell<Column>,
  field: Pick<Field, "selectionStart" | "selectionEnd" | "value">,
  columns: readonly Column[],
): Cell<Column> | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent?.isComposing) return null;
  const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const atStart = all || (field.selectionStart === 0 && field.selectionEnd === 0);
  const atEnd = all || field.selectionEnd === field.value.length;
  const side = (step: number): Cell<Column> | null => {
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

export function focusCell<Column extends string>(grid: HTMLElement, to: Cell<Column>): boolean {
  const field = grid.querySelector<Field>(`[data-row="${to.row}"][data-column="${to.column}"]:not(:disabled)`);
  if (!field) return false;
  field.focus();
  field.select();
  field.scrollIntoView({ block: "nearest" });
  return true;
}

// Into a field goes what is one cell; several are put into as many.
export function isBlock(block: readonly (readonly string[])[]): boolean {
  return block.length > 1 || (block[0]?.length ?? 0) > 1;
}
