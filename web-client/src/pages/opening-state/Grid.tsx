import { useRef, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from "react";
import type { Assignment } from "../../api/types";
import { t } from "../../i18n";
import { DocumentSuggestions } from "./DocumentCell";
import type { DocumentBook } from "./documents";
import classes from "./Grid.module.css";
import { GridRow } from "./GridRow";
import { cellOf, destination, focusCell } from "./keyboard";
import { parseBlock, storedCells, type ColumnName, type Edits, type RowFaults } from "./model";

const words = t.registers.opening;

export interface GridProps {
  book: DocumentBook;
  rows: readonly Assignment[];
  edits: Edits;
  faults: Record<string, RowFaults>;
  writable: boolean;
  onCell: (row: Assignment, column: ColumnName, value: string) => void;
  onPaste: (row: number, column: ColumnName, block: string[][]) => void;
  onKeep: (row: Assignment) => void;
  onDrop: (row: Assignment) => void;
}

// Of a column: in px, null for what is left; and in % on paper.
const widths: readonly (readonly [number | null, number])[] = [
  [84, 7],
  [null, 30],
  [104, 10],
  [140, 10],
  [56, 4],
  [104, 8],
  [150, 11],
  [200, 12],
  [108, 8],
];

function columnStyle([width, share]: readonly [number | null, number]): CSSProperties {
  return { "--share": `${share}%`, ...(width === null ? {} : { width }) } as CSSProperties;
}

export function Grid({ book, rows, edits, faults, writable, onCell, onPaste, onKeep, onDrop }: GridProps) {
  const place = useRef<HTMLDivElement>(null);

  const onKey = (event: KeyboardEvent) => {
    const from = cellOf(event.target);
    const field = event.target as HTMLInputElement;
    const row = from ? rows[from.row] : undefined;
    if (!from || !row || !place.current) return;
    if (event.key === "d" && (event.ctrlKey || event.metaKey)) {
      const above = rows[from.row - 1];
      if (above) onCell(row, from.column, (edits[above.id]?.cells ?? storedCells(above))[from.column]);
      return event.preventDefault();
    }
    if (event.key === "Delete" && field instanceof HTMLSelectElement) onCell(row, from.column, "");
    const to = destination(event, from, field);
    if (!to) return;
    if (focusCell(place.current, from, to, rows.length) || event.key === "Enter" || field instanceof HTMLSelectElement)
      event.preventDefault();
  };

  // One value goes into its field by itself; several, or one onto a choice, are put into cells.
  const onPasted = (event: ClipboardEvent) => {
    const at = cellOf(event.target);
    if (!at) return;
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    const single = block.length === 1 && block[0]?.length === 1;
    if (single && at.column !== "status") return;
    event.preventDefault();
    onPaste(at.row, at.column, block);
  };

  return (
    <div ref={place} className={classes.scroll} onKeyDown={onKey} onPaste={onPasted} data-print-wide="">
      <DocumentSuggestions book={book} />
      <table className={classes.grid} aria-label={words.title}>
        <colgroup>
          {widths.map((width, index) => (
            <col key={index} style={columnStyle(width)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {[
              t.board.columns.place,
              t.board.columns.title,
              t.board.columns.due,
              words.status,
              words.percent,
              words.completedOn,
              words.document,
              words.note,
              words.state,
            ].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.id}
              book={book}
              index={index}
              row={row}
              edit={edits[row.id]}
              faults={faults[row.id]}
              writable={writable}
              onCell={onCell}
              onKeep={onKeep}
              onDrop={onDrop}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
