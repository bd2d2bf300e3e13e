// The opening states at a desk: how each task stood when its programme began here.

import { memo } from "react";
import type { Assignment } from "../../api/types";
import { DocumentSuggestions } from "../../grid/DocumentCell";
import type { DocumentBook } from "../../grid/documents";
import { GridRow, type RowTyped } from "../../grid/GridRow";
import { TypedGrid } from "../../grid/TypedGrid";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { isEditable, mayKeep, stateOf, type ColumnName, type Edit } from "./model";
import classes from "./OpeningState.module.css";
import type { OpeningState } from "./use-opening";
import { dueText, useTheirs } from "./words";

const words = t.registers.opening;
const minWidth = 1100;
const headWidth = 400;
const widths = { status: 150, percent: 96, completed_on: 112, document: 170 };
const statusChoices = Object.entries(words.statusWords);

function Head({ row, edit }: { row: Assignment; edit: Edit | undefined }) {
  const directory = useDirectory();
  return (
    <>
      <div className={classes.note}>{[shortPlace(row.source), directory.programmeName(row.programme)].filter(Boolean).join(", ")}</div>
      <div className={classes.note}>
        {t.board.columns.due}: {dueText(row)}. {edit ? words.edited : words[stateOf(row)]}
      </div>
    </>
  );
}

type RowProps = RowTyped<Assignment, ColumnName, Edit> & { book: DocumentBook };

const OpeningRow = memo(function OpeningRow({ book, ...typed }: RowProps) {
  const { row, edit, writable } = typed;
  const theirs = useTheirs();
  return (
    <GridRow
      {...typed}
      title={{ to: "/tasks/$id", params: { id: row.task } }}
      head={<Head row={row} edit={edit} />}
      more={(column) => ({
        locked: !isEditable(row) && !edit,
        book,
        choices: statusChoices,
        placeholder: column === "completed_on" && writable && (isEditable(row) || edit) ? t.common.dayForm : "",
      })}
      theirs={theirs(row)}
      mayKeep={mayKeep(row)}
    />
  );
});

interface Props {
  book: DocumentBook;
  rows: readonly Assignment[];
  grid: OpeningState;
  writable: boolean;
}

export function OpeningGrid({ book, rows, grid, writable }: Props) {
  return (
    <>
      <DocumentSuggestions book={book} />
      <TypedGrid
        sheet={grid.sheet}
        grid={writable ? grid : null}
        rows={rows}
        label={words.title}
        head={t.board.columns.title}
        minWidth={minWidth}
        headWidth={headWidth}
        widths={widths}
      >
        {(typed) => <OpeningRow key={typed.row.id} {...typed} book={book} />}
      </TypedGrid>
    </>
  );
}
