// Baselines as a table to type in; on a phone each indicator is a block of labelled fields.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import type { Indicator } from "../../api/types";
import { t } from "../../i18n";
import { valueText } from "../../meaning/figures";
import { targetInForce } from "../../meaning/measure-of";
import { shortPlace } from "../../meaning/place";
import { Asked } from "../../ui/Asked";
import { cellOf, destination, focusCell, isBlock } from "../../ui/grid-keys";
import { DocumentCell } from "../opening-state/DocumentCell";
import type { DocumentBook } from "../opening-state/documents";
import { parseBlock } from "../opening-state/model";
import own from "../submissions/Submissions.module.css";
import grid from "../unit-plans/UnitPlans.module.css";
import classes from "./Baselines.module.css";
import { columns, isOvertaken, newestOf, storedCells, type ColumnName, type Scope } from "./model";
import type { BaselinesState } from "./use-baselines";

const words = t.baselines;

interface Props {
  rows: readonly Indicator[];
  scope: Scope;
  book: DocumentBook;
  state: BaselinesState;
  writable: (row: Indicator) => boolean;
}

interface CellProps {
  index: number;
  row: Indicator;
  column: ColumnName;
  value: string;
  fault: string | undefined;
  locked: boolean;
  book: DocumentBook;
  onChange: (value: string) => void;
}

function CellField({ index, row, column, value, fault, locked, book, onChange }: CellProps) {
  const shared = {
    "data-row": index,
    "data-column": column,
    "aria-label": `${words.columns[column]}, ${row.name}`,
    "aria-invalid": fault !== undefined,
  };
  const look = [grid.cell, fault && grid.wrong, locked && own.locked].filter(Boolean).join(" ");
  return (
    <td className={look} data-label={words.columns[column]} data-nothing={locked && value === "" ? "" : undefined}>
      {column === "document" ? (
        <DocumentCell {...shared} book={book} value={value} disabled={locked} onChange={onChange} />
      ) : (
        <input
          {...shared}
          inputMode="decimal"
          autoComplete="off"
          className={own.number}
          value={value}
          disabled={locked}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {column === "value" && !locked && <Asked text={value} onChoose={onChange} />}
      {fault && (
        <span className={grid.fault} data-fault="">
          {fault}
        </span>
      )}
    </td>
  );
}

function RowHead({ row, scope, edited }: { row: Indicator; scope: Scope; edited: boolean }) {
  const measure = { unit: row.definition?.unit ?? row.unit, direction: row.definition?.direction ?? row.direction };
  const known = newestOf(row, scope.agency);
  const target = targetInForce(row);
  return (
    <th scope="row" className={grid.what}>
      <Link to="/indicators/$id" params={{ id: row.id }} className={grid.title} title={row.name} tabIndex={-1}>
        {row.name}
      </Link>
      <div className={grid.note}>
        {[shortPlace(row.source), measure.unit, target && t.submissions.entry.target(`${target.year}: ${target.text}`)].filter(Boolean).join(", ")}
      </div>
      <div className={grid.note}>{known ? words.known(String(known.year), valueText(known.value, measure)) : words.missing}</div>
      {edited && <div className={own.state}>{words.edited}</div>}
    </th>
  );
}

function Row({ index, row, scope, book, state, writable }: Omit<Props, "rows"> & { index: number; row: Indicator }) {
  const edit = state.edits[row.id];
  const cells = edit?.cells ?? storedCells(row, scope);
  const refused = (column: ColumnName) => state.refused.find((one) => one.row === index && one.column === column);
  const faultIn = (column: ColumnName) => {
    const cell = refused(column);
    return state.faults[row.id]?.[column] ?? (cell && `“${cell.text}”: ${cell.why}`);
  };
  return (
    <>
      <tr className={edit ? grid.edited : undefined}>
        <RowHead row={row} scope={scope} edited={edit !== undefined} />
        {columns.map((column) => (
          <CellField
            key={column}
            index={index}
            row={row}
            column={column}
            value={cells[column]}
            fault={faultIn(column)}
            locked={!writable(row)}
            book={book}
            onChange={(value) => state.onCell(row, column, value)}
          />
        ))}
      </tr>
      {edit && isOvertaken(row, scope, edit) && (
        <tr>
          <td colSpan={columns.length + 1} className={grid.overtaken} role="alert">
            {t.submissions.entry.overtaken}{" "}
            <Button size="compact-sm" variant="default" onClick={() => state.onKeep(row)}>
              {t.submissions.entry.keep}
            </Button>{" "}
            <Button size="compact-sm" variant="default" onClick={() => state.onDrop(row)}>
              {t.submissions.entry.drop}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}

export function BaselineGrid({ rows, scope, book, state, writable }: Props) {
  const place = useRef<HTMLDivElement>(null);

  const onKey = (event: KeyboardEvent) => {
    const from = cellOf<ColumnName>(event.target);
    if (!from || !place.current) return;
    const to = destination(event, from, event.target as HTMLInputElement, columns);
    if (to && (focusCell(place.current, to) || event.key === "Enter")) event.preventDefault();
  };

  const onPasted = (event: ClipboardEvent) => {
    const at = cellOf<ColumnName>(event.target);
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    if (!at || !isBlock(block)) return;
    event.preventDefault();
    state.onPaste(at.row, at.column, block);
  };

  return (
    <div ref={place} className={grid.scroll} onKeyDown={onKey} onPaste={onPasted} data-print-wide="" tabIndex={0} role="group" aria-label={words.grid}>
      <table className={`${grid.grid} ${classes.grid}`} aria-label={words.grid}>
        <thead>
          <tr>
            <th scope="col" className={grid.what}>
              {words.indicator}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.id} index={index} row={row} scope={scope} book={book} state={state} writable={writable} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
