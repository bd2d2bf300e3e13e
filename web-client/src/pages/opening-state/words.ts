import type { Assignment } from "../../api/types";
import { formatDay } from "../../format/date";
import { t } from "../../i18n";
import { deadlineText, dueDay } from "../../meaning/deadline";
import type { DocumentBook } from "./documents";
import type { Cells } from "./model";

// A row's stored values in one line.
export function changesOfCells(cells: Cells, book: DocumentBook): string {
  const status = t.registers.opening.statusWords[cells.status] ?? t.commands.conflict.empty;
  return [status, cells.percent && `${cells.percent}%`, cells.completed_on, book.shown(cells.document), cells.note]
    .filter(Boolean)
    .join(", ");
}

// The day in force; the printed words where no day follows from them.
export function dueText(row: Assignment): string {
  const due = dueDay(row.window);
  return due ? formatDay(due) : deadlineText(row.deadline);
}
