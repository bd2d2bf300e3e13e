// The grid's life: typing, pasting, a sheet read in; sending is use-sending.ts.

import { useCallback, useRef, useState } from "react";
import { sendFile } from "../../api/client";
import type { FigureKind, SubmissionDifference, SubmissionDifferenceItem, SubmissionGrid, SubmissionGridRow } from "../../api/types";
import { formatNumber } from "../../format/number";
import { useDraft, type Drafted } from "../../forms/use-draft";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";
import type { DocumentBook } from "../opening-state/documents";
import { countedCells, figureOf, storedCells, type ColumnName } from "./cells";
import { keyOf, paste, rebased, takeSheet, withCells, type Edits, type RefusedCell } from "./edits";
import { editedIn } from "./sending";
import { useSending } from "./use-sending";

const words = t.submissions.entry;
const nothing: Edits = {};
const without = (edits: Edits, keys: readonly string[]): Edits => Object.fromEntries(Object.entries(edits).filter(([key]) => !keys.includes(key)));

// What came in as a block or a sheet: the way back, and what of it was refused.
function useBlocks(grid: SubmissionGrid, kind: FigureKind, draft: Drafted<Edits>, book: DocumentBook) {
  const [before, setBefore] = useState<Edits | null>(null);
  const [refused, setRefused] = useState<readonly RefusedCell[]>([]);
  const [sheetRefused, setSheetRefused] = useState<readonly SubmissionDifferenceItem[]>([]);
  const dismiss = () => {
    setRefused([]);
    setSheetRefused([]);
  };
  return {
    refused,
    sheetRefused,
    canUndo: before !== null,
    dismiss,
    forget: () => {
      setBefore(null);
      dismiss();
    },
    undo: () => {
      if (before) draft.change(before);
      setBefore(null);
      dismiss();
    },
    paste: (row: number, column: ColumnName, block: string[][]) => {
      setBefore(draft.values);
      const pasted = paste(draft.values, grid.rows, kind, { row, column }, block, book);
      draft.change(pasted.edits);
      setRefused(pasted.refused);
      const failed = pasted.refused.length;
      const done = words.pasted(formatNumber(pasted.cells), formatNumber(pasted.rows));
      tell(failed > 0 ? `${done}. ${words.refusedCells(formatNumber(failed))}.` : done, failed > 0 ? "grey" : "green");
    },
    take: (answer: SubmissionDifference) => {
      setBefore(draft.values);
      const sheet = takeSheet(draft.values, grid.rows, answer.items);
      draft.change(sheet.edits);
      setSheetRefused(sheet.refused);
      const failed = sheet.refused.length;
      const nothingNew = sheet.taken + failed === 0;
      tell(nothingNew ? words.uploadEmpty : words.uploaded(formatNumber(sheet.taken), formatNumber(failed)), failed > 0 ? "grey" : "green");
    },
  };
}

export function useEntry(grid: SubmissionGrid, kind: FigureKind, book: DocumentBook) {
  const { rows } = grid;
  const draft = useDraft<Edits>(`submission-grid/${grid.agency}.${grid.period}`, "enter", nothing, undefined);
  const blocks = useBlocks(grid, kind, draft, book);
  const latest = useRef(draft);
  latest.current = draft;
  const edited = editedIn(rows, draft.values);

  const forget = (keys: readonly string[]) => {
    const rest = without(latest.current.values, keys);
    if (Object.keys(rest).length === 0) latest.current.startOver();
    else latest.current.change(rest);
    blocks.forget();
  };
  const sending = useSending(draft, edited, book, forget);
  const { mended } = sending;
  const mend = useRef(mended);
  mend.current = mended;

  const onCell = useCallback(
    (row: SubmissionGridRow, column: ColumnName, value: string) => {
      latest.current.change(withCells(latest.current.values, row, kind, { [column]: value }));
      mend.current(keyOf(kind, row.submission));
    },
    [kind],
  );
  const onTake = useCallback(
    (row: SubmissionGridRow) => {
      if (row.counted === null) return;
      const key = keyOf(kind, row.submission);
      const cells = latest.current.values[key]?.cells ?? storedCells(row, kind);
      latest.current.change(withCells(latest.current.values, row, kind, countedCells(row.counted, cells)));
      mend.current(key);
      tell(t.counted.took, "green");
    },
    [kind],
  );
  const onKeep = useCallback((row: SubmissionGridRow) => latest.current.change(rebased(latest.current.values, row, kind)), [kind]);
  const onDrop = useCallback((row: SubmissionGridRow) => latest.current.change(without(latest.current.values, [keyOf(kind, row.submission)])), [kind]);

  const untouched = (row: SubmissionGridRow) => row.shared_from === null && !row.withheld && !draft.values[keyOf(kind, row.submission)];
  const inStage = (stage: string) => rows.filter((row) => untouched(row) && figureOf(row, kind)?.stage === stage);
  const drafts = inStage("draft");
  const waiting = inStage("submitted");
  return {
    edits: draft.values,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    faults: sending.faults,
    message: sending.message,
    refusals: sending.refusals,
    sending: sending.busy,
    good: sending.good,
    refused: blocks.refused,
    sheetRefused: blocks.sheetRefused,
    canUndo: blocks.canUndo,
    edited: edited.length,
    elsewhere: edited.filter((one) => one.kind !== kind).length, // typed for other kinds
    drafts: drafts.length,
    waiting: waiting.length,
    onCell,
    onTake,
    onKeep,
    onDrop,
    onPaste: (row: number, column: ColumnName, block: string[][]) => {
      sending.quiet();
      blocks.paste(row, column, block);
    },
    upload: (file: File) =>
      sending.guarded(async () => {
        blocks.take(await sendFile<SubmissionDifference>("/submission-grid", { agency: grid.agency, period: grid.period }, file));
      }),
    save: sending.save,
    submit: () => sending.submit(drafts, kind),
    approve: () => sending.approve(waiting, kind),
    sendGood: sending.sendGood,
    asking: sending.asking,
    answered: sending.answered,
    dismiss: blocks.dismiss,
    undo: blocks.undo,
    discard: () => {
      draft.startOver();
      sending.clear();
      blocks.forget();
    },
  };
}

export type EntryState = ReturnType<typeof useEntry>;
