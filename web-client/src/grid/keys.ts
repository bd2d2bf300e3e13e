// Moving between the cells of a table as in Excel: arrows, Enter down, Shift+Enter up, over what cannot be typed in. A cell's field says
// where it stands: data-row and data-column.

export interface Cell<Column extends string> {
  row: number; // from 0
  column: Column;
}

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

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
  nativeEvent?: { isComposing?: boolean; keyCode?: number };
}

const keyOfInputMethod = 229; // Safari sends the Enter that ends a word with this code alone

// The input method is still putting a word together: its Enter and arrows choose among what it offers.
export function isComposing(event: Pick<Key, "nativeEvent">): boolean {
  return event.nativeEvent?.isComposing === true || event.nativeEvent?.keyCode === keyOfInputMethod;
}

interface Caret {
  tagName: string;
  value: string;
  selectionStart?: number | null;
  selectionEnd?: number | null;
  dataset?: Readonly<Record<string, string | undefined>>;
}

function edgesOf(field: Caret): { start: boolean; end: boolean } {
  if (field.tagName === "SELECT") return { start: true, end: true };
  const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  return { start: all || field.selectionEnd === 0, end: all || field.selectionEnd === field.value.length };
}

// Keys of the list of suggestions, while half a document number stands in the field.
const choosing = ["ArrowUp", "ArrowDown", "Enter"];

// Where the key leads from the cell; null when the key belongs to the field itself. Up and down stay within a text of several lines until
// its edge.
export function destination<Column extends string>(event: Key, from: Cell<Column>, field: Caret, columns: readonly Column[]): Cell<Column> | null {
  if (event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return null;
  if (field.dataset?.["choosing"] !== undefined && choosing.includes(event.key)) return null;
  const edges = edgesOf(field);
  const oneLine = field.tagName !== "TEXTAREA";
  const side = (step: number): Cell<Column> | null => {
    const column = columns[columns.indexOf(from.column) + step];
    return column === undefined ? null : { row: from.row, column };
  };
  switch (event.key) {
    case "Enter":
      return { row: from.row + (event.shiftKey ? -1 : 1), column: from.column };
    case "ArrowDown":
      return oneLine || edges.end ? { row: from.row + 1, column: from.column } : null;
    case "ArrowUp":
      return oneLine || edges.start ? { row: from.row - 1, column: from.column } : null;
    case "ArrowRight":
      return edges.end ? side(1) : null;
    case "ArrowLeft":
      return edges.start ? side(-1) : null;
    default:
      return null;
  }
}

export function mark(field: Field): void {
  if (!(field instanceof HTMLSelectElement)) field.select();
}

function focus(field: Field): void {
  field.focus();
  mark(field);
  field.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// The cell it leads to, or the next one in the same direction that can be typed in. False: there is none.
export function focusCell<Column extends string>(grid: HTMLElement, from: Cell<Column>, to: Cell<Column>, columns: readonly Column[], rows: number): boolean {
  const down = to.row - from.row;
  const right = columns.indexOf(to.column) - columns.indexOf(from.column);
  if (down === 0 && right === 0) return false;
  let row = to.row;
  let at = columns.indexOf(to.column);
  for (; row >= 0 && row < rows && columns[at] !== undefined; row += down, at += right) {
    const field = grid.querySelector<Field>(`[data-row="${row}"][data-column="${columns[at]}"]:not(:disabled)`);
    if (!field) continue;
    focus(field);
    return true;
  }
  return false;
}
