// What the keyboard and the clipboard do in a table to type in: moving, Ctrl+D for the cell above, Delete on a choice, Alt+Enter for a line
// within a cell, and pasting a block.

import { useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import { isBlock, parseBlock } from "./block";
import { cellOf, destination, focusCell, isComposing, mark, type Cell, type Field } from "./keys";

interface Acts<Column extends string> {
  columns: readonly Column[];
  rows: number;
  textAt: (cell: Cell<Column>) => string;
  onCell: (cell: Cell<Column>, text: string) => void;
  onPaste: (at: Cell<Column>, block: string[][]) => void;
  onKey?: ((key: string, at: Cell<Column>) => boolean) | undefined; // a key of the page's own; true: it was one
}

// Through the field's own event, so that the caret stays where it is.
function breakLine(field: HTMLTextAreaElement): void {
  field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// True: the key did something to the cell.
function changed<Column extends string>(event: KeyboardEvent, at: Cell<Column>, acts: Acts<Column>): boolean {
  const field = event.target;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() === "d" && !event.shiftKey) {
    if (at.row === 0) return true;
    acts.onCell(at, acts.textAt({ row: at.row - 1, column: at.column }));
    // As when one comes into the cell: once the text is there, all of it is marked.
    requestAnimationFrame(() => mark(field as Field));
    return true;
  }
  if (command) return false;
  if (event.key === "Delete" && field instanceof HTMLSelectElement) {
    acts.onCell(at, "");
    return true;
  }
  if (event.key === "Enter" && event.altKey && field instanceof HTMLTextAreaElement) {
    breakLine(field);
    return true;
  }
  return acts.onKey?.(event.key, at) ?? false;
}

export function useGridKeys<Column extends string>(acts: Acts<Column>) {
  const place = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = cellOf<Column>(event.target);
    if (!from || !place.current || isComposing(event)) return;
    if (changed(event, from, acts)) return event.preventDefault();
    const field = event.target as Field;
    const to = destination(event, from, field, acts.columns);
    // An arrow on a choice moves on, and never changes it.
    if (to && (focusCell(place.current, from, to, acts.columns, acts.rows) || event.key === "Enter" || field.tagName === "SELECT")) event.preventDefault();
  };

  // One value goes into its field by itself, except into a choice.
  const onPaste = (event: ClipboardEvent) => {
    const at = cellOf<Column>(event.target);
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    if (!at || !(isBlock(block) || event.target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    acts.onPaste(at, block);
  };

  return { ref: place, onKeyDown, onPaste };
}
