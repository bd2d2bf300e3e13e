// One row: what it is about, its cells, and what to do where somebody else was faster.

import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { GridCell, type CellMore } from "./GridCell";
import classes from "./Grid.module.css";
import { Overtaken } from "./Overtaken";
import { toldCells, type Cells, type Edited, type RefusedCell, type RowFaults, type Sheet } from "./sheet";

// What a table gives each of its rows.
export interface RowTyped<Row, Column extends string, Edit extends Edited<Column>> {
  sheet: Sheet<Row, Column, Edit>;
  index: number;
  row: Row;
  edit: Edit | undefined;
  faults: RowFaults<Column> | undefined;
  refused: readonly RefusedCell<Column>[]; // of the last paste
  writable: boolean; // the table
  onCell: (row: Row, column: Column, text: string) => void;
  onKeep: (row: Row) => void;
  onDrop: (row: Row) => void;
}

interface Props<Row, Column extends string, Edit extends Edited<Column>> extends RowTyped<Row, Column, Edit> {
  title: LinkProps; // where the name of the row leads
  head: ReactNode; // beneath the name
  disabled?: boolean; // nothing of the row is typed
  more?: (column: Column, cells: Cells<Column>) => CellMore;
  theirs?: string | undefined; // names what somebody else wrote
  mayKeep?: boolean;
}

export function GridRow<Row, Column extends string, Edit extends Edited<Column>>({
  sheet,
  index,
  row,
  edit,
  faults,
  refused,
  writable,
  onCell,
  onKeep,
  onDrop,
  title,
  head,
  disabled = !writable,
  more,
  theirs,
  mayKeep = true,
}: Props<Row, Column, Edit>) {
  const cells = edit?.cells ?? sheet.stored(row);
  const name = sheet.nameOf(row);
  const faultIn = (column: Column): string | undefined => {
    const cell = refused.find((one) => one.column === column);
    const said = [cell && `“${cell.text}”: ${cell.why}.`, faults?.[column]].filter((one) => one !== undefined);
    return said.length === 0 ? undefined : said.join(" ");
  };
  return (
    <>
      <tr className={edit ? classes.edited : undefined}>
        <th scope="row" className={classes.what}>
          <Link {...title} className={classes.title} title={name} tabIndex={-1}>
            {name}
          </Link>
          {head}
        </th>
        {sheet.columns.map((column) => (
          <GridCell
            key={column}
            row={index}
            column={column}
            kind={sheet.kinds[column]}
            label={sheet.labels[column]}
            of={sheet.shortOf?.(row) ?? name}
            value={cells[column]}
            fault={faultIn(column)}
            disabled={disabled}
            onChange={(text) => onCell(row, column, text)}
            {...more?.(column, cells)}
          />
        ))}
      </tr>
      {edit && sheet.isOvertaken(row, edit) && (
        <tr>
          <td colSpan={sheet.columns.length + 1} className={classes.overtaken} role="alert">
            <Overtaken now={toldCells(sheet, row)} theirs={theirs} onKeep={mayKeep ? () => onKeep(row) : null} onDrop={() => onDrop(row)} />
          </td>
        </tr>
      )}
    </>
  );
}
