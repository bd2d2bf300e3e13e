// The figures of a period: numerator and denominator, or a value, or why there is none, and on what they rest.

import { Button } from "@mantine/core";
import { memo } from "react";
import type { FigureKind, SubmissionGridRow } from "../../api/types";
import { formatNumber } from "../../format/number";
import type { DocumentBook } from "../../grid/documents";
import { GridRow, type RowTyped } from "../../grid/GridRow";
import { TypedGrid } from "../../grid/TypedGrid";
import { t } from "../../i18n";
import { findingText, marksOf, stateOf, valueText } from "../../meaning/figures";
import { periodName } from "../../meaning/period";
import { shortPlace } from "../../meaning/place";
import { computed, figureOf, isNumber, isOffered, isWritable, refusalOf, storedCells, type Cells, type ColumnName } from "./cells";
import { Counted } from "./Counted";
import type { Edit } from "./edits";
import classes from "./Submissions.module.css";
import type { EntryState } from "./use-entry";

const words = t.submissions.entry;
const minWidth = 1240;
const widths = { numerator: 128, denominator: 128, value: 128 };

interface More {
  kind: FigureKind;
  book: DocumentBook;
  onTake: (row: SubmissionGridRow) => void; // what is counted
  onReturn: ((row: SubmissionGridRow) => void) | null; // head: of what is submitted or approved
  onRestate: ((row: SubmissionGridRow) => void) | null; // head: of what is verified
}
type RowProps = RowTyped<SubmissionGridRow, ColumnName, Edit> & More;

function placeholderOf(row: SubmissionGridRow, column: ColumnName, cells: Cells): string {
  const value = column === "value" ? computed(row, cells) : null;
  if (value !== null) return words.computed(formatNumber(value));
  if (column === "numerator") return row.definition.numerator ?? "";
  return column === "denominator" ? (row.definition.denominator ?? "") : "";
}

function stateText(row: SubmissionGridRow, kind: FigureKind, edit: Edit | undefined): string {
  if (row.shared_from !== null) return words.shared;
  if (row.withheld) return words.withheld;
  if (edit) return words.edited;
  const figure = figureOf(row, kind);
  return figure ? (t.indicators.stages[stateOf(figure)] ?? figure.stage) : words.empty;
}

function Stage({ row, kind, edit, onReturn, onRestate }: RowProps) {
  const figure = figureOf(row, kind);
  const returns = onReturn && figure && (figure.stage === "submitted" || figure.stage === "approved");
  return (
    <>
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
      {figure?.returned && figure.return_reason && <div className={classes.fault}>{words.returned(figure.return_reason)}</div>}
      {figure && marksOf(figure).length > 0 && <div className={classes.finding}>{marksOf(figure).join(", ")}</div>}
      {figure?.findings.map((finding) => (
        <div key={finding.kind} className={classes.finding}>
          {findingText(finding)}
        </div>
      ))}
    </>
  );
}

function Head(props: RowProps) {
  const { row, kind, edit, writable, onTake } = props;
  const measure = { unit: row.definition.unit ?? row.unit, direction: row.definition.direction };
  return (
    <>
      <div className={classes.note}>
        {[shortPlace(row.source), measure.unit, row.target && words.target(`${row.target.year}: ${row.target.text}`)].filter(Boolean).join(", ")}
      </div>
      <div className={classes.note}>
        {row.previous ? words.previous(periodName(row.previous.period), valueText(row.previous.value, measure)) : words.noPrevious}
      </div>
      <Counted row={row} kind={kind} cells={edit?.cells ?? storedCells(row, kind)} writable={writable} onTake={onTake} />
      <Stage {...props} />
    </>
  );
}

const EntryRow = memo(function EntryRow(props: RowProps) {
  const { row, kind, book } = props;
  return (
    <GridRow
      {...props}
      mayKeep={isWritable(row, kind)}
      title={{ to: "/indicators/$id", params: { id: row.indicator } }}
      head={<Head {...props} />}
      more={(column, cells) => ({
        locked: refusalOf(row, kind, column) !== null,
        placeholder: placeholderOf(row, column, cells),
        book,
      })}
    />
  );
});

interface Props extends More {
  rows: readonly SubmissionGridRow[];
  entry: EntryState;
  writable: boolean;
}

export function EntryGrid({ rows, entry, writable, ...more }: Props) {
  const takesCount = (key: string, { row, column }: { row: SubmissionGridRow; column: ColumnName }) => {
    if (key !== "=" || !writable || !isNumber(column) || !isOffered(row, more.kind)) return false;
    more.onTake(row);
    return true;
  };
  return (
    <TypedGrid
      sheet={entry.sheet}
      grid={writable ? entry : null}
      rows={rows}
      label={words.grid}
      head={words.indicator}
      minWidth={minWidth}
      widths={widths}
      onKey={takesCount}
    >
      {(typed) => <EntryRow key={typed.row.submission} {...typed} {...more} />}
    </TypedGrid>
  );
}
