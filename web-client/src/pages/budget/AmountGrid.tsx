// A table of amounts to type in, in triệu đồng, with its sums; on a phone each row is a block of labelled fields.

import { formatMillions } from "../../format/number";
import { useGridKeys } from "../../grid/use-grid-keys";
import { t } from "../../i18n";
import classes from "./AmountGrid.module.css";
import { cellKey, columnSum, rowSum, total, unassigned, type Amounts, type Cells, type Matrix } from "./matrix";

const words = t.money.grid;

interface Props {
  label: string;
  matrix: Matrix;
  head: string; // of the rows' names
  nameOf: (row: string) => string;
  plain?: boolean; // one row needs no sums by year
  cells: Cells;
  amounts: Amounts; // of the cells, as far as they can be read
  faults: Readonly<Record<string, string>>;
  needs?: ReadonlyMap<string, number> | undefined; // by column: the rest of it is shown
  onCell: (key: string, value: string) => void;
  onPaste: (at: { row: string; column: string }, block: string[][]) => void;
}

type CellProps = Pick<Props, "nameOf" | "cells" | "faults" | "onCell"> & { row: string; index: number; column: string };

function Cell({ row, index, column, nameOf, cells, faults, onCell }: CellProps) {
  const key = cellKey(row, column);
  const fault = faults[key];
  return (
    <td className={fault ? `${classes.cell} ${classes.wrong}` : classes.cell} data-label={column}>
      <input
        data-row={index}
        data-column={column}
        aria-label={`${nameOf(row)}, ${column}`}
        aria-invalid={fault !== undefined}
        autoComplete="off"
        inputMode="decimal"
        value={cells[key] ?? ""}
        onChange={(event) => onCell(key, event.target.value)}
      />
      {fault && <span className={classes.fault}>{fault}</span>}
    </td>
  );
}

function Foot({ matrix, amounts, needs }: Pick<Props, "matrix" | "amounts" | "needs">) {
  const rest = needs && unassigned(matrix, amounts, needs);
  const sumOf = (values: ReadonlyMap<string, number>) => matrix.columns.reduce((sum, column) => sum + (values.get(column) ?? 0), 0);
  const line = (label: string, of: (column: string) => number, all: number, wrong = false) => (
    <tr>
      <th scope="row">{label}</th>
      {matrix.columns.map((column) => (
        <td key={column} data-label={column} className={wrong && of(column) < 0 ? classes.over : undefined}>
          {formatMillions(of(column))}
        </td>
      ))}
      <td data-label={words.sum} className={wrong && all < 0 ? classes.over : undefined}>
        {formatMillions(all)}
      </td>
    </tr>
  );
  return (
    <tfoot>
      {line(words.sum, (column) => columnSum(matrix, amounts, column), total(matrix, amounts))}
      {needs && line(words.need, (column) => needs.get(column) ?? 0, sumOf(needs))}
      {rest && line(words.rest, (column) => rest.get(column) ?? 0, sumOf(rest), true)}
    </tfoot>
  );
}

export function AmountGrid({ label, matrix, head, nameOf, plain = false, cells, amounts, faults, needs, onCell, onPaste }: Props) {
  const keyAt = (row: number, column: string) => cellKey(matrix.rows[row] ?? "", column);
  const keys = useGridKeys<string>({
    columns: matrix.columns,
    rows: matrix.rows.length,
    textAt: ({ row, column }) => cells[keyAt(row, column)] ?? "",
    onCell: ({ row, column }, text) => onCell(keyAt(row, column), text),
    onPaste: ({ row, column }, block) => matrix.rows[row] !== undefined && onPaste({ row: matrix.rows[row], column }, block),
  });

  return (
    <div {...keys} className={classes.scroll} role="group" aria-label={label}>
      <table className={classes.grid} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {matrix.columns.map((column) => (
              <th key={column} scope="col" className={classes.right}>
                {column}
              </th>
            ))}
            <th scope="col" className={classes.right}>
              {words.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, index) => (
            <tr key={row}>
              <th scope="row">{nameOf(row)}</th>
              {matrix.columns.map((column) => (
                <Cell key={column} row={row} index={index} column={column} nameOf={nameOf} cells={cells} faults={faults} onCell={onCell} />
              ))}
              <td data-label={words.sum} className={classes.sum}>
                {formatMillions(rowSum(matrix, amounts, row))}
              </td>
            </tr>
          ))}
        </tbody>
        {!plain && <Foot matrix={matrix} amounts={amounts} needs={needs} />}
      </table>
    </div>
  );
}
