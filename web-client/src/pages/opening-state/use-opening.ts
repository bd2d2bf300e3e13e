// Opening states being typed: sending all edited rows as one act, confirming what was entered.

import { useMemo } from "react";
import { itemFaults, type Problem } from "../../api/problems";
import type { Assignment } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import type { DocumentBook } from "../../grid/documents";
import { faultsBy, type Faults } from "../../grid/sheet";
import { useTypedGrid } from "../../grid/use-typed-grid";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";
import { columns, faultsOf, itemOf, openingSheet, type ColumnName, type RowFaults } from "./model";

const words = t.registers.opening;

// "/items/3/completed_on" is that column of the fourth row sent.
function faultsFrom(problem: Problem, sent: readonly string[]): Faults<ColumnName> {
  const faults: Record<string, RowFaults> = {};
  for (const fault of itemFaults(problem)) {
    const id = fault.index === null ? undefined : sent[fault.index];
    const name = columns.find((one) => fault.rest.startsWith(`/${one}`)) ?? "status";
    if (id !== undefined) faults[id] = { ...faults[id], [name]: fault.detail };
  }
  return faults;
}

const subjectsOf = (items: readonly { subject: string }[]) => items.map((item) => item.subject);

// `confirms`: which rows whoever looks at them may confirm.
export function useOpening(agency: string, rows: readonly Assignment[], book: DocumentBook, confirms: (row: Assignment) => boolean) {
  const sheet = useMemo(() => openingSheet(book), [book]);
  const grid = useTypedGrid(sheet, { subject: `agency/${agency}`, command: "enter-opening-state", reads: ["list", "assignments"] });
  const write = useWrite<unknown>();
  const edited = rows.flatMap((row) => {
    const edit = grid.edits[row.id];
    return edit ? [{ row, edit }] : [];
  });
  const keys = edited.map(({ row }) => row.id);
  const waiting = rows.filter((row) => row.opening && !row.opening.confirmed && !grid.edits[row.id] && confirms(row));

  const enter = async () => {
    const today = todayInVietnam();
    const wrong = faultsBy(edited, ({ row }) => row.id, ({ edit }) => faultsOf(edit.cells, today, book));
    if (!grid.passes(wrong)) return;
    const items = edited.map(({ row, edit }) => itemOf(row.id, edit));
    await grid.send({ path: "/acts/enter-opening-state", body: { items }, subjects: subjectsOf(items) });
    grid.forget(keys);
    tell(words.sent(formatNumber(items.length)));
  };
  const approve = async () => {
    const items = waiting.flatMap((row) =>
      row.opening ? [{ subject: `assignment/${row.id}`, based_on: row.sequence, of: row.opening.sequence }] : [],
    );
    await write.mutateAsync({ path: "/acts/confirm-opening-state", body: { items }, key: newKey(), subjects: subjectsOf(items) });
    tell(words.confirmedDone(formatNumber(items.length)));
  };

  return {
    ...grid,
    sheet,
    edited: edited.length,
    waiting: waiting.length,
    send: () => grid.guarded(enter, (problem) => faultsFrom(problem, keys)),
    confirm: () =>
      grid.guarded(approve, (problem) =>
        faultsFrom(
          problem,
          waiting.map((row) => row.id),
        ),
      ),
  };
}

export type OpeningState = ReturnType<typeof useOpening>;
