// The table's life: typing, pasting, and writing as one act once the server was asked about each row.

import { useRef, useState } from "react";
import { post } from "../../api/client";
import { Problem, Unreachable } from "../../api/problems";
import type { BaselineDifference, Indicator } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import { useDraft } from "../../forms/use-draft";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import type { DocumentBook } from "../opening-state/documents";
import { faultsOf, isOvertaken, judged, paste, readyFrom, rebased, withCells, type ColumnName, type Edits, type Faults, type Ready, type RefusedCell, type Scope } from "./model";
import type { CellsByRow } from "./sheet";

const words = t.submissions.entry;
const path = "/acts/enter-baselines";
const nothing: Edits = {};

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem && error.stale) return words.stale;
  return error instanceof Problem ? error.message : String(error);
}

const without = (edits: Edits, keys: readonly string[]): Edits => Object.fromEntries(Object.entries(edits).filter(([key]) => !keys.includes(key)));

function faultsIn(edits: Edits, book: DocumentBook): Faults {
  const found = Object.entries(edits).map(([key, edit]) => [key, faultsOf(edit.cells, book)] as const);
  return Object.fromEntries(found.filter(([, faults]) => Object.keys(faults).length > 0));
}

export function useBaselines(rows: readonly Indicator[], scope: Scope, place: string, book: DocumentBook, writable: (row: Indicator) => boolean) {
  const draft = useDraft<Edits>(`baseline-grid/${place}`, "enter", nothing, undefined);
  const write = useWrite<unknown>();
  const [faults, setFaults] = useState<Faults>({});
  const [refused, setRefused] = useState<readonly RefusedCell[]>([]);
  const [before, setBefore] = useState<Edits | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [good, setGood] = useState<readonly Ready[]>([]); // what could be written of a refused whole
  const [busy, setBusy] = useState(false);
  const latest = useRef(draft);
  latest.current = draft;
  const shown = rows.filter((row) => draft.values[row.id]);

  const quiet = () => {
    setMessage(null);
    setGood([]);
    setRefused([]);
  };
  const forget = (keys: readonly string[]) => {
    const rest = without(latest.current.values, keys);
    if (Object.keys(rest).length === 0) latest.current.startOver();
    else latest.current.change(rest);
    setBefore(null);
  };
  const commit = async (ready: readonly Ready[]) => {
    if (ready.length === 0) return;
    const items = ready.map((one) => one.item);
    const sent = keyFor(draft.sent, { items }, newKey);
    draft.markSent(sent);
    await write.mutateAsync({ path, body: { items }, key: sent.key, subjects: items.map((item) => item.subject) });
    forget(ready.map((one) => one.key));
    tell(t.baselines.saved(formatNumber(items.length)));
  };

  const enter = async () => {
    const own = Object.fromEntries(shown.map((row) => [row.id, draft.values[row.id]!]));
    const wrong = faultsIn(own, book);
    setFaults(wrong);
    const count = Object.keys(wrong).length;
    if (count > 0) return setMessage(words.errors(formatNumber(count)));
    if (shown.some((row) => isOvertaken(row, scope, draft.values[row.id]!))) return setMessage(words.stale);
    const ready = readyFrom(rows, own, scope);
    if (ready.length === 0) return;
    const asked = await post<BaselineDifference>({ path: `${path}?dry_run=true`, body: { items: ready.map((one) => one.item) }, key: newKey() });
    const said = judged(ready, asked.body);
    forget(said.same.map((one) => one.key));
    const bad = Object.keys(said.faults).length;
    if (bad === 0) return commit(said.good);
    setFaults(said.faults);
    setGood(said.good);
    setMessage(words.refused(formatNumber(bad)));
  };

  const guarded = async (work: () => Promise<unknown>) => {
    quiet();
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setMessage(messageOf(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    edits: draft.values,
    restoredFrom: draft.restoredFrom,
    faults,
    refused,
    message,
    good: good.length,
    busy,
    edited: shown.length,
    canUndo: before !== null,
    save: () => guarded(enter),
    sendGood: () => guarded(() => commit(good)),
    onCell: (row: Indicator, column: ColumnName, value: string) => {
      draft.change(withCells(draft.values, row, scope, { [column]: value }));
      setFaults(({ [row.id]: _mended, ...rest }) => rest);
      setGood([]);
    },
    onKeep: (row: Indicator) => draft.change(rebased(draft.values, row, scope)),
    onDrop: (row: Indicator) => forget([row.id]),
    onPaste: (row: number, column: ColumnName, block: string[][]) => {
      quiet();
      setBefore(draft.values);
      const pasted = paste(draft.values, { rows, scope, book, writable }, { row, column }, block);
      draft.change(pasted.edits);
      setRefused(pasted.refused);
      const failed = pasted.refused.length;
      const done = words.pasted(formatNumber(pasted.cells), formatNumber(pasted.rows));
      tell(failed > 0 ? `${done}. ${words.refusedCells(formatNumber(failed))}.` : done, failed > 0 ? "grey" : "green");
    },
    // Many rows at once; one can take it back.
    putCells: (cells: CellsByRow) => {
      quiet();
      setBefore(draft.values);
      draft.change(rows.reduce((edits, row) => (cells[row.id] ? withCells(edits, row, scope, cells[row.id]!) : edits), draft.values));
    },
    undo: () => {
      if (before) draft.change(before);
      setBefore(null);
      setRefused([]);
    },
    dismiss: () => setRefused([]),
    discard: () => {
      draft.startOver();
      setFaults({});
      setBefore(null);
      quiet();
    },
  };
}

export type BaselinesState = ReturnType<typeof useBaselines>;
