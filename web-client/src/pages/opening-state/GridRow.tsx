import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Assignment } from "../../api/types";
import { formatDay } from "../../format/date";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { changesOfCells } from "./words";
import classes from "./Grid.module.css";
import { isEditable, isOvertaken, stateOf, storedCells, type ColumnName, type Edit, type RowFaults } from "./model";

const words = t.registers.opening;

interface CellProps {
  row: number;
  column: ColumnName;
  label: string;
  value: string;
  disabled: boolean;
  fault: string | undefined;
  onChange: (column: ColumnName, value: string) => void;
}

function GridCell({ row, column, label, value, disabled, fault, onChange }: CellProps) {
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
      {fault && <span className={classes.fault}>{fault}</span>}
    </td>
  );
}

const columnLabels: readonly (readonly [ColumnName, string])[] = [
  ["status", words.status],
  ["percent", words.percent],
  ["completed_on", words.completedOn],
  ["note", words.note],
];

interface RowProps {
  index: number;
  row: Assignment;
  edit: Edit | undefined;
  faults: RowFaults | undefined;
  writable: boolean;
  onCell: (row: Assignment, column: ColumnName, value: string) => void;
  onKeep: (row: Assignment) => void;
  onDrop: (row: Assignment) => void;
}

export const GridRow = memo(function GridRow({ index, row, edit, faults, writable, onCell, onKeep, onDrop }: RowProps) {
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
        <td className={classes.day}>
          {row.window.due && row.window.kind !== "ongoing" && row.window.kind !== "recurring"
            ? formatDay(row.window.due)
            : row.deadline.text || t.deadline.none}
        </td>
        {columnLabels.map(([column, label]) => (
          <GridCell
            key={column}
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
          <td colSpan={8} className={classes.overtaken} role="alert">
            {words.changed}: {changesOfCells(storedCells(row))}
            <div className={classes.buttons}>
              {row.opening?.confirmed !== true && (
                <Button size="compact-sm" variant="default" onClick={() => onKeep(row)}>
                  {t.commands.conflict.keepMine}
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => onDrop(row)}>
                {t.commands.conflict.useTheirs(row.updated_by ? directory.shortName(row.updated_by.agency) : "")}
              </Button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
});
