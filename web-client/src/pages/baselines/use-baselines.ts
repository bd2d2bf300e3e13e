// Baselines being typed: they are written as one act once the server was asked about each row.

import { useMemo } from "react";
import type { Indicator } from "../../api/types";
import type { DocumentBook } from "../../grid/documents";
import { enterRows } from "../../grid/judged";
import { faultsBy, withCells } from "../../grid/sheet";
import { useTypedGrid } from "../../grid/use-typed-grid";
import { t } from "../../i18n";
import { baselineSheet, faultOf, faultsOf, readyFrom, type Scope } from "./model";
import type { CellsByRow } from "./sheet";

const act = {
  path: "/acts/enter-baselines",
  faultOf,
  subjectsOf: (items: readonly { subject: string }[]) => items.map((item) => item.subject),
  done: t.baselines.saved,
};

export function useBaselines(rows: readonly Indicator[], scope: Scope, place: string, book: DocumentBook, writable: (row: Indicator) => boolean) {
  const { agency, year } = scope;
  const sheet = useMemo(() => baselineSheet({ scope: { agency, year }, book, writable }), [agency, year, book, writable]);
  const grid = useTypedGrid(sheet, { subject: `baseline-grid/${place}`, command: "enter", reads: ["list", "indicators"] });
  const edited = rows.flatMap((row) => {
    const edit = grid.edits[row.id];
    return edit ? [{ row, edit }] : [];
  });

  const enter = async () => {
    const wrong = faultsBy(edited, ({ row }) => row.id, ({ edit }) => faultsOf(edit.cells, book));
    if (!grid.passes(wrong)) return;
    if (edited.some(({ row, edit }) => sheet.isOvertaken(row, edit))) return grid.refuse(t.grid.stale);
    await enterRows(grid, act, readyFrom(rows, grid.edits, scope));
  };

  // Many rows at once; one can take it back.
  const putCells = (cells: CellsByRow) =>
    grid.put(rows.reduce((edits, row) => (cells[row.id] ? withCells(sheet, edits, row, cells[row.id]!) : edits), grid.edits));

  return { ...grid, sheet, edited: edited.length, putCells, save: () => grid.guarded(enter) };
}

export type BaselinesState = ReturnType<typeof useBaselines>;
