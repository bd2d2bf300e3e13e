import type { Assignment } from "../../api/types";
import { formatDay } from "../../format/date";
import { t } from "../../i18n";
import { deadlineText, dueDay } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";

// The day in force; the printed words where no day follows from them.
export function dueText(row: Assignment): string {
  const due = dueDay(row.window);
  return due ? formatDay(due) : deadlineText(row.deadline);
}

// What is taken of a row that somebody else wrote, by whose it is.
export function useTheirs(): (row: Assignment) => string {
  const directory = useDirectory();
  return (row) => t.commands.conflict.useTheirs(row.updated_by ? directory.shortName(row.updated_by.agency) : "");
}
