// A table to type in; on a phone each row is a block of labelled fields.

import type { CSSProperties, ReactNode } from "react";
import classes from "./Grid.module.css";
import type { RowTyped } from "./GridRow";
import { useGridKeys } from "./use-grid-keys";
import type { Edited, RefusedCell, Sheet } from "./sheet";
import type { TypedGridState } from "./use-typed-grid";

interface Props<Row, Column extends string, Edit extends Edited<Column>> {
  sheet: Sheet<Row, Column, Edit>;
  grid: TypedGridState<Row, Column, Edit> | null; // null: it is only read
  rows: readonly Row[];
  label: string;
  head: string; // of the rows' names
  minWidth?: number; // px
  headWidth?: number; // px
  widths?: Partial<Record<Column, number>>; // px; the others share what is left
  onKey?: (key: string, at: { row: Row; column: Column }) => boolean; // a key of the page's own; true: it was one
  foot?: ReactNode; // rows beneath, with what the columns add up to
  children: (typed: RowTyped<Row, Column, Edit>) => ReactNode;
}

const noneRefused: readonly never[] = [];
const still = () => undefined;

export function TypedGrid<Row, Column extends string, Edit extends Edited<Column>>(props: Props<Row, Column, Edit>) {
  const { sheet, grid, rows, label, head, minWidth = 0, headWidth = 320, widths, onKey, foot, children } = props;
  const keys = useGridKeys<Column>({
    columns: sheet.columns,
    rows: rows.length,
    textAt: ({ row, column }) => {
      const at = rows[row];
      return at === undefined ? "" : (grid?.edits[sheet.keyOf(at)]?.cells ?? sheet.stored(at))[column];
    },
    onCell: ({ row, column }, text) => rows[row] !== undefined && grid?.onCell(rows[row], column, text),
    onPaste: (at, block) => grid?.onPaste(rows, at, block),
    onKey: (key, { row, column }) => rows[row] !== undefined && (onKey?.(key, { row: rows[row], column }) ?? false),
  });
  const refusedIn = (key: string): readonly RefusedCell<Column>[] => {
    const own = grid?.refused.filter((one) => one.key === key) ?? noneRefused;
    return own.length === 0 ? noneRefused : own;
  };
  return (
    <div {...keys} className={classes.scroll} data-print-wide="" tabIndex={grid ? undefined : 0} role="group" aria-label={label}>
      <table className={classes.grid} style={{ "--least": `${minWidth}px`, "--head": `${headWidth}px` } as CSSProperties} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={classes.what}>
              {head}
            </th>
            {sheet.columns.map((column) => (
              <th key={column} scope="col" style={{ width: widths?.[column] }}>
                {sheet.labels[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = sheet.keyOf(row);
            return children({
              sheet,
              index,
              row,
              edit: grid?.edits[key],
              faults: grid?.faults[key],
              refused: refusedIn(key),
              writable: grid !== null,
              onCell: grid?.onCell ?? still,
              onKeep: grid?.onKeep ?? still,
              onDrop: grid?.onDrop ?? still,
            });
          })}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
