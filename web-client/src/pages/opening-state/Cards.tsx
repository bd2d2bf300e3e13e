// The opening states on a phone: one card a task, with buttons, pickers and the phone's own calendar where the grid is typed.

import { Link } from "@tanstack/react-router";
import { memo, useState } from "react";
import type { Assignment } from "../../api/types";
import { formatDay, parseDay, todayInVietnam } from "../../format/date";
import type { DocumentBook } from "../../grid/documents";
import type { RowTyped } from "../../grid/GridRow";
import { Overtaken } from "../../grid/Overtaken";
import { toldCells } from "../../grid/sheet";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import classes from "./Cards.module.css";
import { DocumentChoice } from "./DocumentChoice";
import { isEditable, isOvertaken, mayKeep, stateOf, storedCells, type Cells, type ColumnName, type Edit, type RowFaults } from "./model";
import type { OpeningState } from "./use-opening";
import { dueText, useTheirs } from "./words";

const words = t.registers.opening;
const percents = ["10", "25", "50", "75", "90"];

interface Props {
  book: DocumentBook;
  rows: readonly Assignment[];
  grid: OpeningState;
  writable: boolean;
}

export function Cards({ book, rows, grid, writable }: Props) {
  return (
    <div className={classes.list}>
      {rows.map((row) => (
        <Card
          key={row.id}
          book={book}
          sheet={grid.sheet}
          row={row}
          edit={grid.edits[row.id]}
          faults={grid.faults[row.id]}
          writable={writable}
          onCell={grid.onCell}
          onKeep={grid.onKeep}
          onDrop={grid.onDrop}
        />
      ))}
    </div>
  );
}

type CardProps = Omit<RowTyped<Assignment, ColumnName, Edit>, "index" | "refused"> & { book: DocumentBook };

const Card = memo(function Card({ sheet, book, row, edit, faults, writable, onCell, onKeep, onDrop }: CardProps) {
  const directory = useDirectory();
  const theirs = useTheirs();
  const cells = edit?.cells ?? storedCells(row);
  const disabled = !writable || (!isEditable(row) && !edit);
  return (
    <article className={edit ? `${classes.card} ${classes.edited}` : classes.card} aria-label={row.title}>
      <div className={classes.head}>
        <span>{shortPlace(row.source)}</span>
        <span>{dueText(row)}</span>
        <span className={classes.state}>{edit ? words.edited : words[stateOf(row)]}</span>
      </div>
      <Link to="/tasks/$id" params={{ id: row.task }} className={classes.title}>
        {row.title}
      </Link>
      <div className={classes.note}>{directory.programmeName(row.programme)}</div>
      <Fields
        id={row.id}
        book={book}
        cells={cells}
        faults={faults ?? {}}
        disabled={disabled}
        set={(column, value) => onCell(row, column, value)}
      />
      {edit && !disabled && (
        <button type="button" className={classes.link} onClick={() => onDrop(row)}>
          {words.undoRow}
        </button>
      )}
      {edit && isOvertaken(row, edit) && (
        <div className={classes.overtaken} role="alert">
          <Overtaken now={toldCells(sheet, row)} theirs={theirs(row)} onKeep={mayKeep(row) ? () => onKeep(row) : null} onDrop={() => onDrop(row)} />
        </div>
      )}
    </article>
  );
});

interface FieldsProps {
  id: string;
  book: DocumentBook;
  cells: Cells;
  faults: RowFaults;
  disabled: boolean;
  set: (column: ColumnName, value: string) => void;
}

function Fields({ id, book, cells, faults, disabled, set }: FieldsProps) {
  const [more, setMore] = useState(cells.document !== "" || cells.note !== "");
  const shown = more || faults.document !== undefined;
  return (
    <>
      <StatusChoice id={id} value={cells.status} fault={faults.status} disabled={disabled} onChange={(value) => set("status", value)} />
      {(cells.status === "in-progress" || cells.percent !== "") && (
        <PercentChoice value={cells.percent} fault={faults.percent} disabled={disabled} onChange={(value) => set("percent", value)} />
      )}
      {(cells.status === "completed" || cells.completed_on !== "") && (
        <DayChoice
          value={cells.completed_on}
          fault={faults.completed_on}
          disabled={disabled}
          onChange={(value) => set("completed_on", value)}
        />
      )}
      {shown && (
        <>
          <DocumentChoice
            book={book}
            value={cells.document}
            fault={faults.document}
            disabled={disabled}
            onChange={(value) => set("document", value)}
          />
          <label className={classes.field}>
            {words.note}
            <textarea rows={2} value={cells.note} disabled={disabled} onChange={(event) => set("note", event.target.value)} />
          </label>
        </>
      )}
      {!shown && !disabled && cells.status !== "" && (
        <button type="button" className={classes.link} onClick={() => setMore(true)}>
          {words.more}
        </button>
      )}
    </>
  );
}

interface ChoiceProps {
  value: string;
  fault: string | undefined;
  disabled: boolean;
  onChange: (value: string) => void;
}

function Fault({ text }: { text: string | undefined }) {
  return text ? (
    <span className={classes.fault} data-fault="">
      {text}
    </span>
  ) : null;
}

function StatusChoice({ id, value, fault, disabled, onChange }: ChoiceProps & { id: string }) {
  return (
    <fieldset className={`${classes.choice} ${classes.thirds}`} disabled={disabled}>
      <legend className={classes.hidden}>{words.status}</legend>
      {Object.entries(words.statusWords).map(([status, word]) => (
        <label key={status} className={value === status ? `${classes.segment} ${classes.on}` : classes.segment}>
          <input type="radio" name={`status-${id}`} checked={value === status} onChange={() => onChange(status)} />
          {word}
        </label>
      ))}
      <Fault text={fault} />
    </fieldset>
  );
}

function PercentChoice({ value, fault, disabled, onChange }: ChoiceProps) {
  return (
    <div className={classes.choice} role="group" aria-label={t.commands.fields["percent"]}>
      {percents.map((percent) => (
        <button
          key={percent}
          type="button"
          className={value === percent ? `${classes.segment} ${classes.on}` : classes.segment}
          aria-pressed={value === percent}
          disabled={disabled}
          onClick={() => onChange(value === percent ? "" : percent)}
        >
          {percent}%
        </button>
      ))}
      <input
        className={classes.small}
        aria-label={t.commands.fields["percent"]}
        inputMode="numeric"
        autoComplete="off"
        placeholder="%"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      <Fault text={fault} />
    </div>
  );
}

function DayChoice({ value, fault, disabled, onChange }: ChoiceProps) {
  const today = todayInVietnam();
  return (
    <div className={classes.choice} role="group" aria-label={words.completedOn}>
      <span className={classes.note}>{words.completedOn}</span>
      <input
        type="date"
        className={classes.day}
        aria-label={words.completedOn}
        max={today}
        value={parseDay(value) ?? ""}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === "" ? "" : formatDay(event.target.value))}
      />
      <button type="button" className={classes.segment} disabled={disabled} onClick={() => onChange(formatDay(today))}>
        {words.today}
      </button>
      <Fault text={fault} />
    </div>
  );
}
