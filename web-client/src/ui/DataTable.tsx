// A list as an Excel-like table: head that stays, columns that keep their width, rows drawn only where one looks. On a phone each row
// stands as a block of labelled lines.

import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type SortingState,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState, type CSSProperties, type ReactNode } from "react";
import { t } from "../i18n";
import classes from "./DataTable.module.css";
import { Icon } from "./icons";
import { usePrinting } from "./printing";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface Column<T> {
  id: string;
  header: string;
  width: number | null; // px; null takes what is left, at least `min`
  min?: number;
  cell: (row: T) => ReactNode;
  sortBy?: (row: T) => string | number | null; // null comes last
  right?: boolean;
  nowrap?: boolean; // for days: they are not broken at a slash
  phoneLabel?: boolean; // whether the label stands before the value on a phone
}

interface Props<T> {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowId: (row: T) => string;
  isGroup?: (row: T) => boolean; // a heading row: stands only in the printed order
  groupCell?: (row: T) => ReactNode; // what it says across all columns; without it each column says its own
  height?: string; // of the scrolling part; without it the table is as high as its rows
}

const collator = new Intl.Collator("vi", { numeric: true });

function compare(left: string | number | null, right: string | number | null): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (typeof left === "number" && typeof right === "number") return left - right;
  return collator.compare(String(left), String(right));
}

function definitions<T extends RowData>(columns: readonly Column<T>[]): ColumnDef<typeof features, T>[] {
  const helper = createColumnHelper<typeof features, T>();
  return columns.map((column) =>
    helper.accessor((row: T) => column.sortBy?.(row) ?? undefined, {
      id: column.id,
      header: column.header,
      enableSorting: column.sortBy !== undefined,
      sortUndefined: "last",
      sortFn: (left, right) => compare(column.sortBy?.(left.original) ?? null, column.sortBy?.(right.original) ?? null),
      cell: (context) => column.cell(context.row.original),
    }),
  ) as ColumnDef<typeof features, T>[];
}

const designedFor = 1366; // px: the office screen that the widths are meant for

// Wider screens give every column its share, not only the one that takes what is left.
function scaled(width: number): string {
  return `clamp(${width}px, ${((100 * width) / designedFor).toFixed(2)}vw, ${Math.round(1.5 * width)}px)`;
}

// On paper the columns share the width there is.
function columnStyle<T>(column: Column<T>, least: number): CSSProperties {
  const share = { "--share": `${((100 * leastWidth(column)) / least).toFixed(2)}%` };
  return { ...share, ...(column.width === null ? {} : { width: scaled(column.width) }) } as CSSProperties;
}

function leastWidth<T>(column: Column<T>): number {
  return column.width ?? column.min ?? 240;
}

const widestUpright = 760; // px: wider tables are printed across
const rowHeight = 36;
const overscan = 12;
const virtualFrom = 80; // fewer rows are simply drawn

export function DataTable<T extends RowData>({ label, rows, columns, rowId, isGroup, groupCell, height }: Props<T>) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const scroll = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const defs = useMemo(() => definitions(columns), [columns]);
  const sorted = sorting.length > 0;
  const data = useMemo(() => (sorted && isGroup ? rows.filter((row) => !isGroup(row)) : [...rows]), [rows, sorted, isGroup]);
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: rowId,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: true,
  });
  const model = table.getRowModel().rows;
  const virtual = !printing && height !== undefined && model.length >= virtualFrom;
  const virtualizer = useVirtualizer({
    count: model.length,
    enabled: virtual,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight * 1.6,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const before = virtual && first ? first.start : 0;
  const after = virtual && last ? virtualizer.getTotalSize() - last.end : 0;
  const indexes = virtual ? items.map((item) => item.index) : model.map((_, index) => index);
  const least = columns.reduce((sum, column) => sum + leastWidth(column), 0);

  return (
    <div
      ref={scroll}
      className={virtual ? `${classes.scroll} ${classes.virtual}` : classes.scroll}
      style={height ? { maxHeight: height } : undefined}
      tabIndex={0}
      role="group"
      aria-label={label}
      data-print-wide={least > widestUpright ? "" : undefined}
    >
      <table
        className={`${classes.table} ${classes.stacked}`}
        style={{ "--least": `${least}px` } as CSSProperties}
        aria-rowcount={model.length + 1}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={columnStyle(column, least)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                sorted={sorting.find((one) => one.id === column.id)}
                onSort={() => table.getColumn(column.id)?.toggleSorting()}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Pad height={before} columns={columns.length} />}
          {indexes.map((index) => {
            const row = model[index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                ref={virtual ? virtualizer.measureElement : undefined}
                data-index={index}
                aria-rowindex={index + 2}
                className={isGroup?.(row.original) ? classes.group : undefined}
              >
                {groupCell && isGroup?.(row.original) ? (
                  <td colSpan={columns.length}>{groupCell(row.original)}</td>
                ) : (
                  columns.map((column) => (
                    <td key={column.id} className={cellClass(column)} data-label={column.phoneLabel === false ? "" : column.header}>
                      {column.cell(row.original)}
                    </td>
                  ))
                )}
              </tr>
            );
          })}
          {after > 0 && <Pad height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<T>(column: Column<T>): string | undefined {
  if (column.right) return classes.right;
  return column.nowrap ? classes.nowrap : undefined;
}

function Pad({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className={classes.pad} aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

interface HeadProps<T> {
  column: Column<T>;
  sorted: { desc: boolean } | undefined;
  onSort: () => void;
}

function HeadCell<T>({ column, sorted, onSort }: HeadProps<T>) {
  const printing = usePrinting(); // a button is not repeated at the head of the next sheet
  const direction = sorted ? (sorted.desc ? "descending" : "ascending") : "none";
  return (
    <th scope="col" className={column.right ? classes.right : undefined} aria-sort={column.sortBy ? direction : undefined}>
      {column.sortBy && !printing ? (
        <button type="button" className={classes.sorter} onClick={onSort} title={t.board.sortBy(column.header)}>
          {column.header}
          {sorted && <Icon name={sorted.desc ? "down" : "up"} size={12} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
