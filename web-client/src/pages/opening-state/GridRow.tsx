import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Assignment } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { DocumentCell } from "./DocumentCell";
import type { DocumentBook } from "./documents";
import classes from "./Grid.module.css";
import { Overtaken } from "./Overtaken";
import { dueText } from "./words";
import { isEditable, isOvertaken, stateOf, storedCells, type ColumnName, type Edit, type RowFaults } from "./model";

const words = t.registers.opening;

interface CellProps {
  book: DocumentBook;
  row: number;
  column: ColumnName;
  label: string;
  value: string;
  disabled: boolean;
  fault: string | undefined;
  onChange: (column: ColumnName, value: string) => void;
}

function GridCell({ book, row, column, label, value, disabled, fault, onChange }: CellProps) {
  const shared = { "data-row": row, "data-column": column, "aria-label": label, "aria-invalid": fault !== undefined, value, disabled };
  const className = [classes.cell, column === "percent" ? classes.right : "", fault ? classes.wrong : ""].join(" ");
  return (
    <td className={className}>
      {column === "status" ? (
        <select {...shared} onChange={(event) => onChange(column, event.target.value)}>
          <option value="" />
          {Object.entries(words.statusWords).map(([status, word]) => (
            <option key={status} value={status}>
              {word}
            </option>
          ))}
        </select>
      ) : column === "document" ? (
        <DocumentCell {...shared} book={book} onChange={(cell) => onChange(column, cell)} />
      ) : column === "note" ? (
        <textarea {...shared} rows={1} onChange={(event) => onChange(column, event.target.value)} />
      ) : (
        <input
          {...shared}
          inputMode="numeric"
          autoComplete="off"
          placeholder={column === "completed_on" && !disabled ? t.common.dayForm : ""}
          onChange={(event) => onChange(column, event.target.value)}
        />
      )}
      {fault && (
        <span className={classes.fault} data-fault="">
          {fault}
        </span>
      )}
    </td>
  );
}

const columnLabels: readonly (readonly [ColumnName, string])[] = [
  ["status", words.status],
  ["percent", words.percent],
  ["completed_on", words.completedOn],
  ["document", words.document],
  ["note", words.note],
];

interface RowProps {
  book: DocumentBook;
  index: number;
  row: Assignment;
  edit: Edit | undefined;
  faults: RowFaults | undefined;
  writable: boolean;
  onCell: (row: Assignment, column: ColumnName, value: string) => void;
  onKeep: (row: Assignment) => void;
  onDrop: (row: Assignment) => void;
}

export const GridRow = memo(function GridRow({ book, index, row, edit, faults, writable, onCell, onKeep, onDrop }: RowProps) {
  const directory = useDirectory();
  const cells = edit?.cells ?? storedCells(row);
  const overtaken = edit !== undefined && isOvertaken(row, edit);
  const disabled = !writable || (!isEditable(row) && !edit);
  return (
    <>
      <tr className={edit ? classes.edited : undefined}>
        <td>{shortPlace(row.source)}</td>
        <td>
          <Link to="/tasks/$id" params={{ id: row.task }} className={classes.title} title={row.title} tabIndex={-1}>
            {row.title}
          </Link>
          <div className={classes.note}>{directory.programmeName(row.programme)}</div>
        </td>
        <td className={classes.day}>{dueText(row)}</td>
        {columnLabels.map(([column, label]) => (
          <GridCell
            key={column}
            book={book}
            row={index}
            column={column}
            label={`${label}, ${row.title.slice(0, 60)}`}
            value={cells[column]}
            disabled={disabled}
            fault={faults?.[column]}
            onChange={(name, value) => onCell(row, name, value)}
          />
        ))}
        <td>{edit ? words.edited : words[stateOf(row)]}</td>
      </tr>
      {overtaken && (
        <tr>
          <td colSpan={9} className={classes.overtaken} role="alert">
            <Overtaken book={book} row={row} onKeep={onKeep} onDrop={onDrop} />
          </td>
        </tr>
      )}
    </>
  );
});
