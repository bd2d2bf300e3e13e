// Moving between the cells of a table of amounts as in Excel: arrows at the edge of a number, Enter down, Shift+Enter up.

export interface Place {
  row: number;
  column: number;
}

export function placeOf(target: EventTarget | null): Place | null {
  const { row, column } = target instanceof HTMLElement ? target.dataset : {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

interface Caret {
  selectionStart: number | null;
  selectionEnd: number | null;
  value: string;
}

const steps: Record<string, readonly [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

// Where the key leads; null when it belongs to the field itself.
export function destination(event: Key, from: Place, field: Caret): Place | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === "Enter") return { row: from.row + (event.shiftKey ? -1 : 1), column: from.column };
  const [down, right] = steps[event.key] ?? [0, 0];
  if (down === 0 && right === 0) return null;
  const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const atEdge = right > 0 ? field.selectionEnd === field.value.length : field.selectionEnd === 0;
  if (right !== 0 && !all && !atEdge) return null;
  return { row: from.row + down, column: from.column + right };
}

export function focusPlace(grid: HTMLElement, to: Place): boolean {
  const field = grid.querySelector<HTMLInputElement>(`[data-row="${to.row}"][data-column="${to.column}"]:not(:disabled)`);
  if (!field) return false;
  field.focus();
  field.select();
  field.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}
