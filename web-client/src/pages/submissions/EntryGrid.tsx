// The figures of a period as a table to type in; on a phone each indicator is a block of labelled fields.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo, useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import type { FigureKind, SubmissionGridRow } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { findingText, marksOf, stateOf, valueText } from "../../meaning/figures";
import { periodName } from "../../meaning/period";
import { shortPlace } from "../../meaning/place";
import { Asked } from "../../ui/Asked";
import { cellOf, destination, focusCell, isBlock } from "../../ui/grid-keys";
import { DocumentCell } from "../opening-state/DocumentCell";
import type { DocumentBook } from "../opening-state/documents";
import { parseBlock } from "../opening-state/model";
import grid from "../unit-plans/UnitPlans.module.css";
import { columns, computed, figureOf, isNumber, isOffered, refusalOf, storedCells, type Cells, type ColumnName, type RowFaults } from "./cells";
import { Counted } from "./Counted";
import { isOvertaken, keyOf, type Edit, type Edits, type RefusedCell } from "./edits";
import classes from "./Submissions.module.css";
import type { Faults } from "./sending";

const words = t.submissions.entry;

export interface RowActions {
  onCell: (row: SubmissionGridRow, column: ColumnName, value: string) => void;
  onTake: (row: SubmissionGridRow) => void; // what is counted
  onKeep: (row: SubmissionGridRow) => void;
  onDrop: (row: SubmissionGridRow) => void;
  onReturn: ((row: SubmissionGridRow) => void) | null; // head: of what is submitted or approved
  onRestate: ((row: SubmissionGridRow) => void) | null; // head: of what is verified
}

interface RowProps extends RowActions {
  index: number;
  row: SubmissionGridRow;
  kind: FigureKind;
  edit: Edit | undefined;
  faults: RowFaults | undefined;
  refused: readonly RefusedCell[];
  writable: boolean;
  book: DocumentBook;
}

function placeholderOf(row: SubmissionGridRow, column: ColumnName, cells: Cells): string {
  const value = column === "value" ? computed(row, cells) : null;
  if (value !== null) return words.computed(formatNumber(value));
  if (column === "numerator") return row.definition.numerator ?? "";
  return column === "denominator" ? (row.definition.denominator ?? "") : "";
}

interface CellProps extends Omit<RowProps, "edit" | "faults" | "refused"> {
  column: ColumnName;
  cells: Cells;
  fault: string | undefined;
}

function CellField({ index, row, kind, column, cells, fault, writable, book, onCell }: CellProps) {
  const value = cells[column];
  const locked = !writable || refusalOf(row, kind, column) !== null;
  const placeholder = placeholderOf(row, column, cells);
  const change = (next: string) => onCell(row, column, next);
  const shared = {
    "data-row": index,
    "data-column": column,
    "aria-label": `${words.columns[column]}, ${row.name}`,
    "aria-invalid": fault !== undefined,
  };
  const plain = {
    ...shared,
    autoComplete: "off",
    value,
    placeholder,
    title: placeholder,
    disabled: locked,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  };
  const field = isNumber(column) ? (
    <input {...plain} inputMode="decimal" className={classes.number} />
  ) : column === "evidence" ? (
    <DocumentCell {...shared} book={book} value={value} disabled={locked} onChange={change} />
  ) : (
    <textarea {...plain} rows={1} />
  );
  const nothing = locked && value === "" && placeholder === "" ? "" : undefined;
  const look = [grid.cell, fault && grid.wrong, writable && locked && classes.locked].filter(Boolean).join(" ");
  return (
    <td className={look} data-label={words.columns[column]} data-nothing={nothing}>
      {field}
      {isNumber(column) && !locked && <Asked text={value} onChoose={change} />}
      {fault && (
        <span className={grid.fault} data-fault="">
          {fault}
        </span>
      )}
    </td>
  );
}

function stateText(row: SubmissionGridRow, kind: FigureKind, edit: Edit | undefined): string {
  if (row.shared_from !== null) return words.shared;
  if (row.withheld) return words.withheld;
  if (edit) return words.edited;
  const figure = figureOf(row, kind);
  return figure ? (t.indicators.stages[stateOf(figure)] ?? figure.stage) : words.empty;
}

function RowHead({ row, kind, edit, writable, onTake, onReturn, onRestate }: RowProps) {
  const figure = figureOf(row, kind);
  const measure = { unit: row.definition.unit ?? row.unit, direction: row.definition.direction };
  const returns = onReturn && figure && (figure.stage === "submitted" || figure.stage === "approved");
  return (
    <th scope="row" className={grid.what}>
      <Link to="/indicators/$id" params={{ id: row.indicator }} className={grid.title} title={row.name} tabIndex={-1}>
        {row.name}
      </Link>
      <div className={grid.note}>
        {[shortPlace(row.source), measure.unit, row.target && words.target(`${row.target.year}: ${row.target.text}`)].filter(Boolean).join(", ")}
      </div>
      <div className={grid.note}>
        {row.previous ? words.previous(periodName(row.previous.period), valueText(row.previous.value, measure)) : words.noPrevious}
      </div>
      <Counted row={row} kind={kind} cells={edit?.cells ?? storedCells(row, kind)} writable={writable} onTake={onTake} />
      <div className={classes.state} data-stage={figure ? stateOf(figure) : "empty"}>
        {stateText(row, kind, edit)}
        {returns && (
          <Button size="compact-xs" variant="default" onClick={() => onReturn(row)}>
            {words.returnDraft}
          </Button>
        )}
        {onRestate && figure?.stage === "verified" && (
          <Button size="compact-xs" variant="default" onClick={() => onRestate(row)}>
            {words.restate}
          </Button>
        )}
      </div>
      {figure?.returned && figure.return_reason && <div className={grid.late}>{words.returned(figure.return_reason)}</div>}
      {figure && marksOf(figure).length > 0 && <div className={classes.finding}>{marksOf(figure).join(", ")}</div>}
      {figure?.findings.map((finding) => (
        <div key={finding.kind} className={classes.finding}>
          {findingText(finding)}
        </div>
      ))}
    </th>
  );
}

const EntryRow = memo(function EntryRow(props: RowProps) {
  const { row, kind, edit, faults, refused, onKeep, onDrop } = props;
  const cells = edit?.cells ?? storedCells(row, kind);
  const refusedIn = (column: ColumnName) => refused.find((one) => one.column === column);
  const faultIn = (column: ColumnName) => {
    const cell = refusedIn(column);
    return faults?.[column] ?? (cell && `“${cell.text}”: ${cell.why}`);
  };
  return (
    <>
      <tr className={edit ? grid.edited : undefined}>
        <RowHead {...props} />
        {columns.map((column) => (
          <CellField key={column} {...props} column={column} cells={cells} fault={faultIn(column)} />
        ))}
      </tr>
      {edit && isOvertaken(row, kind, edit) && (
        <tr>
          <td colSpan={columns.length + 1} className={grid.overtaken} role="alert">
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

interface Props extends RowActions {
  rows: readonly SubmissionGridRow[];
  kind: FigureKind;
  edits: Edits;
  faults: Faults;
  refused: readonly RefusedCell[];
  writable: boolean;
  book: DocumentBook;
  onPaste: (row: number, column: ColumnName, block: string[][]) => void;
}

const noneRefused: readonly RefusedCell[] = [];

export function EntryGrid({ rows, kind, edits, faults, refused, writable, book, onPaste, ...actions }: Props) {
  const place = useRef<HTMLDivElement>(null);

  const onKey = (event: KeyboardEvent) => {
    const from = cellOf<ColumnName>(event.target);
    if (!from || !place.current) return;
    const row = rows[from.row];
    if (event.key === "=" && writable && row && isNumber(from.column) && isOffered(row, kind)) {
      event.preventDefault();
      return actions.onTake(row);
    }
    const to = destination(event, from, event.target as HTMLTextAreaElement, columns);
    if (to && (focusCell(place.current, to) || event.key === "Enter")) event.preventDefault();
  };

  const onPasted = (event: ClipboardEvent) => {
    const at = cellOf<ColumnName>(event.target);
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    if (!at || !isBlock(block)) return;
    event.preventDefault();
    onPaste(at.row, at.column, block);
  };

  const refusedAt = (index: number) => {
    const own = refused.filter((one) => one.row === index && one.column !== null);
    return own.length === 0 ? noneRefused : own;
  };

  return (
    <div
      ref={place}
      className={grid.scroll}
      onKeyDown={onKey}
      onPaste={onPasted}
      data-print-wide=""
      tabIndex={writable ? undefined : 0}
      role="group"
      aria-label={words.grid}
    >
      <table className={`${grid.grid} ${classes.grid}`} aria-label={words.grid}>
        <thead>
          <tr>
            <th scope="col" className={grid.what}>
              {words.indicator}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={isNumber(column) ? classes.narrow : undefined}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <EntryRow
              key={row.submission}
              index={index}
              row={row}
              kind={kind}
              edit={edits[keyOf(kind, row.submission)]}
              faults={faults[keyOf(kind, row.submission)]}
              refused={refusedAt(index)}
              writable={writable}
              book={book}
              {...actions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
