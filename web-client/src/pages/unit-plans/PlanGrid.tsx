// The lines of a plan as a table to type in; on a phone each line is a block of labelled fields.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo, useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import type { UnitPlanRow } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { deadlineText } from "../../meaning/deadline";
import { shortPlace } from "../../meaning/place";
import { TimelinessBadge } from "../../ui/Badges";
import { cellOf, destination, focusCell, isBlock } from "../../ui/grid-keys";
import { PeopleLine } from "../../ui/WorkPeople";
import { parseBlock } from "../opening-state/model";
import { columns, isOvertaken, proposedCells, storedCells, type Cells, type ColumnName, type Edit, type Edits, type RowFaults } from "./model";
import classes from "./UnitPlans.module.css";

const words = t.plans;
const many: readonly ColumnName[] = ["product", "q1", "q2", "q3", "q4", "not_this_year", "note"];

interface RowProps {
  index: number;
  row: UnitPlanRow;
  edit: Edit | undefined;
  faults: RowFaults | undefined;
  writable: boolean;
  onCell: (row: UnitPlanRow, column: ColumnName, value: string) => void;
  onKeep: (row: UnitPlanRow) => void;
  onDrop: (row: UnitPlanRow) => void;
}

function CellField({ index, row, column, value, proposed, fault, writable, onCell }: Omit<RowProps, "edit" | "faults" | "onKeep" | "onDrop"> & {
  column: ColumnName;
  value: string;
  proposed: string;
  fault: string | undefined;
}) {
  const shared = {
    "data-row": index,
    "data-column": column,
    "aria-label": `${words.columns[column]}, ${row.title.slice(0, 60)}`,
    "aria-invalid": fault !== undefined,
    autoComplete: "off",
    value,
    placeholder: proposed,
    disabled: !writable,
    onChange: (event: { target: { value: string } }) => onCell(row, column, event.target.value),
  };
  return (
    <td
      className={fault ? `${classes.cell} ${classes.wrong}` : classes.cell}
      data-label={words.columns[column]}
      data-nothing={!writable && value === "" ? "" : undefined}
    >
      {many.includes(column) ? <textarea {...shared} rows={1} /> : <input {...shared} inputMode={column === "quantity" ? "numeric" : "text"} />}
      {fault && (
        <span className={classes.fault} data-fault="">
          {fault}
        </span>
      )}
    </td>
  );
}

function stateOf(row: UnitPlanRow, edit: Edit | undefined): string {
  if (edit) return words.edited;
  if (row.left_out) return words.leftOut;
  return row.line ? words.said : words.empty;
}

const PlanRow = memo(function PlanRow({ index, row, edit, faults, writable, onCell, onKeep, onDrop }: RowProps) {
  const directory = useDirectory();
  const cells: Cells = edit?.cells ?? storedCells(row);
  const proposed = writable && !edit ? proposedCells(row) : null;
  return (
    <>
      <tr className={edit ? classes.edited : undefined}>
        <th scope="row" className={classes.what}>
          <Link to="/tasks/$id" params={{ id: row.task }} className={classes.title} title={row.title} tabIndex={-1}>
            {row.title}
          </Link>
          <div className={classes.note}>
            {[shortPlace(row.source), directory.programmeName(row.programme), deadlineText(row.deadline)].filter(Boolean).join(", ")}
          </div>
          <div className={classes.note}>
            {stateOf(row, edit)} {row.timeliness && <TimelinessBadge timeliness={row.timeliness} />}
          </div>
          {row.people.map((people) => (
            <div key={people.agency} className={classes.note}>
              <PeopleLine people={people} />
            </div>
          ))}
        </th>
        {columns.map((column) => (
          <CellField
            key={column}
            index={index}
            row={row}
            column={column}
            value={cells[column]}
            proposed={proposed?.[column] ?? ""}
            fault={faults?.[column]}
            writable={writable}
            onCell={onCell}
          />
        ))}
      </tr>
      {edit && isOvertaken(row, edit) && (
        <tr>
          <td colSpan={columns.length + 1} className={classes.overtaken} role="alert">
            {words.overtaken}{" "}
            <Button size="compact-sm" variant="default" onClick={() => onKeep(row)}>
              {words.keep}
            </Button>{" "}
            <Button size="compact-sm" variant="default" onClick={() => onDrop(row)}>
              {words.drop}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
});

interface Props {
  rows: readonly UnitPlanRow[];
  edits: Edits;
  faults: Record<string, RowFaults>;
  writable: boolean;
  onCell: RowProps["onCell"];
  onKeep: RowProps["onKeep"];
  onDrop: RowProps["onDrop"];
  onPaste: (row: number, column: ColumnName, block: string[][]) => void;
}

export function PlanGrid({ rows, edits, faults, writable, onCell, onKeep, onDrop, onPaste }: Props) {
  const place = useRef<HTMLDivElement>(null);

  const onKey = (event: KeyboardEvent) => {
    const from = cellOf<ColumnName>(event.target);
    const row = from ? rows[from.row] : undefined;
    if (!from || !row || !place.current) return;
    const field = event.target as HTMLTextAreaElement;
    if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      const at = field.selectionEnd;
      return onCell(row, from.column, `${field.value.slice(0, at)}\n${field.value.slice(at)}`);
    }
    const to = destination(event, from, field, columns);
    if (to && (focusCell(place.current, to) || event.key === "Enter")) event.preventDefault();
  };

  const onPasted = (event: ClipboardEvent) => {
    const at = cellOf<ColumnName>(event.target);
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    if (!at || !isBlock(block)) return;
    event.preventDefault();
    onPaste(at.row, at.column, block);
  };

  return (
    <div ref={place} className={classes.scroll} onKeyDown={onKey} onPaste={onPasted} data-print-wide="" tabIndex={writable ? undefined : 0} role="group" aria-label={words.grid}>
      <table className={classes.grid} aria-label={words.grid}>
        <thead>
          <tr>
            <th scope="col" className={classes.what}>
              {words.task}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === "quantity" || column === "unit" ? classes.small : undefined}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <PlanRow
              key={row.assignment}
              index={index}
              row={row}
              edit={edits[row.assignment]}
              faults={faults[row.assignment]}
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
