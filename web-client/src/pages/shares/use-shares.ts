// Shares being typed: they are written as one act, of one document and from one day, once the server was asked about each row.

import { useMemo } from "react";
import type { IndicatorSeries } from "../../api/types";
import { formatNumber } from "../../format/number";
import { enterRows } from "../../grid/judged";
import { faultsBy } from "../../grid/sheet";
import { useTypedGrid } from "../../grid/use-typed-grid";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";
import { faultOf, faultsOf, readyFrom, shareSheet, type ShareRow, type Year } from "./model";
import { pasteNamed, type NamesOf } from "./named-block";

// What the act says once of all its rows; null while something of it is missing.
export interface Basis {
  valid_from: string;
  document: string | { later: string };
  reason?: string;
}

interface Shared {
  series: IndicatorSeries;
  rows: readonly ShareRow[];
  years: readonly Year[];
  direction: string;
  namesOf: NamesOf;
}

export function useShares({ series, rows, years, direction, namesOf }: Shared) {
  const sheet = useMemo(() => shareSheet(years), [years]);
  const subject = `indicator/${series.indicator}`;
  const grid = useTypedGrid(sheet, { subject: `share-grid/${series.indicator}`, command: "set-targets", reads: ["one", "indicators", series.indicator] });
  const edited = rows.flatMap((row) => {
    const edit = grid.edits[row.agency];
    return edit ? [{ row, edit }] : [];
  });

  const enter = async (basis: Basis) => {
    const wrong = faultsBy(edited, ({ row }) => row.agency, ({ row, edit }) => faultsOf(row, edit.cells));
    if (!grid.passes(wrong)) return;
    if (edited.some(({ row, edit }) => sheet.isOvertaken(row, edit))) return grid.refuse(t.grid.stale);
    const act = { path: "/acts/set-targets", also: basis, faultOf, subjectsOf: () => [subject], done: t.shares.saved };
    await enterRows(grid, act, readyFrom(rows, grid.edits, series, direction));
  };

  // A block with names of agencies goes to these; any other to where it was put.
  const onPaste: typeof grid.onPaste = (all, at, block) => {
    const named = pasteNamed(sheet, grid.edits, all, at.column, block, namesOf);
    if (!named) return grid.onPaste(all, at, block);
    grid.put(named.edits, named.refused);
    const done = t.grid.pasted(formatNumber(named.cells), formatNumber(named.rows));
    const failed = named.refused.length;
    tell(failed > 0 ? `${done}. ${t.grid.refusedCells(formatNumber(failed))}.` : done, failed > 0 ? "grey" : "green");
  };

  return { ...grid, onPaste, sheet, edited: edited.length, save: (basis: Basis) => grid.guarded(() => enter(basis)) };
}

export type SharesState = ReturnType<typeof useShares>;
