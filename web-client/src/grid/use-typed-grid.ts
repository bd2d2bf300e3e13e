// The life of a table to type in: what is typed and pasted is kept until it is written or thrown away; a paste can be taken back; what is
// refused says where and why.

import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { Problem, Unreachable } from "../api/problems";
import { newKey, useWrite } from "../api/write";
import { formatNumber } from "../format/number";
import { useDraft, type Drafted } from "../forms/use-draft";
import { t } from "../i18n";
import { keyFor } from "../state/drafts";
import { tell } from "../ui/toast";
import { paste, rebased, withCells, without, type Cells, type Edited, type Edits, type Faults, type RefusedCell, type Sheet } from "./sheet";
import { useSaid, type Said } from "./use-said";

const words = t.grid;
const nobody: readonly never[] = [];

// Where the draft is kept, and what is read again once the server has refused something.
export interface GridPlace {
  subject: string;
  command: string;
  reads: QueryKey;
}

export interface GridWrite {
  path: string;
  body: unknown;
  subjects: readonly string[];
  basedOn?: number;
}

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem) return error.stale ? words.stale : error.message;
  return String(error);
}

// What came in as a block: the way back, and which of its cells were refused.
function useBlocks<Column extends string, Edit>(draft: Drafted<Edits<Edit>>, said: Said<Column>) {
  const [refused, setRefused] = useState<readonly RefusedCell<Column>[]>(nobody);
  const [before, setBefore] = useState<Edits<Edit> | null>(null);
  return {
    refused,
    canUndo: before !== null,
    put: (edits: Edits<Edit>, cells: readonly RefusedCell<Column>[] = nobody) => {
      said.quiet();
      setBefore(draft.values);
      draft.change(edits);
      setRefused(cells);
    },
    undo: () => {
      if (before) draft.change(before);
      setBefore(null);
      setRefused(nobody);
    },
    dismiss: () => setRefused(nobody),
    keep: () => setBefore(null), // there is no way back any more
    // Whoever types in a cell hears no more of what was refused there.
    typed: (key: string, columns: readonly string[]) =>
      setRefused((old) => {
        const rest = old.filter((one) => one.key !== key || one.column === null || !columns.includes(one.column));
        return rest.length === old.length ? old : rest;
      }),
  };
}

// Acts of the page, one at a time, that say what went wrong.
function useSending<Column extends string, Edit>(draft: () => Drafted<Edits<Edit>>, said: Said<Column>, reads: QueryKey) {
  const write = useWrite<unknown>();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  // `faultsIn` puts the server's words at their cells.
  const guarded = async (work: () => Promise<unknown>, faultsIn?: (problem: Problem) => Faults<Column>) => {
    said.quiet();
    setBusy(true);
    try {
      await work();
    } catch (error) {
      said.refuse(messageOf(error), error instanceof Problem ? faultsIn?.(error) : undefined);
      if (error instanceof Problem) void client.invalidateQueries({ queryKey: reads });
    } finally {
      setBusy(false);
    }
  };
  // The same again after a break is one act, not two.
  const send = async ({ path, body, subjects, basedOn }: GridWrite) => {
    const sent = keyFor(draft().sent, body, newKey);
    draft().markSent(sent);
    await write.mutateAsync({ path, body, key: sent.key, subjects: [...subjects], ...(basedOn === undefined ? {} : { basedOn }) });
  };
  return { busy, guarded, send };
}

export function useTypedGrid<Row, Column extends string, Edit extends Edited<Column>>(sheet: Sheet<Row, Column, Edit>, place: GridPlace) {
  const draft = useDraft<Edits<Edit>>(place.subject, place.command, {}, undefined);
  const said = useSaid<Column>();
  const blocks = useBlocks<Column, Edit>(draft, said);
  const latest = useRef({ draft, sheet, said, blocks });
  latest.current = { draft, sheet, said, blocks };
  const { busy, guarded, send } = useSending<Column, Edit>(() => latest.current.draft, said, place.reads);

  const forget = useCallback((keys: readonly string[]) => {
    if (keys.length === 0) return;
    const now = latest.current;
    const rest = without(now.draft.values, keys);
    if (Object.keys(rest).length === 0) now.draft.startOver();
    else now.draft.change(rest);
    now.blocks.keep();
  }, []);
  const change = useCallback((row: Row, changes: (cells: Cells<Column>) => Partial<Cells<Column>>) => {
    const now = latest.current;
    const key = now.sheet.keyOf(row);
    const changed = changes(now.draft.values[key]?.cells ?? now.sheet.stored(row));
    now.draft.change(withCells(now.sheet, now.draft.values, row, changed));
    now.said.mended(key);
    now.blocks.typed(key, Object.keys(changed));
  }, []);
  const onCell = useCallback((row: Row, column: Column, text: string) => change(row, () => ({ [column]: text }) as Partial<Cells<Column>>), [change]);
  const onKeep = useCallback((row: Row) => {
    const now = latest.current;
    now.draft.change(rebased(now.sheet, now.draft.values, row));
  }, []);
  const onDrop = useCallback((row: Row) => forget([latest.current.sheet.keyOf(row)]), [forget]);
  const onPaste = (rows: readonly Row[], at: { row: number; column: Column }, block: string[][]) => {
    const pasted = paste(sheet, draft.values, rows, at, block);
    blocks.put(pasted.edits, pasted.refused);
    const failed = pasted.refused.length;
    const done = words.pasted(formatNumber(pasted.cells), formatNumber(pasted.rows));
    tell(failed > 0 ? `${done}. ${words.refusedCells(formatNumber(failed))}.` : done, failed > 0 ? "grey" : "green");
  };

  return {
    edits: draft.values,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept, // false: the browser refuses to keep drafts
    faults: said.faults,
    message: said.message,
    offer: said.offer,
    refused: blocks.refused,
    canUndo: blocks.canUndo,
    busy,
    onCell,
    onKeep,
    onDrop,
    onPaste,
    change,
    put: blocks.put, // many rows at once; one can take it back
    undo: blocks.undo,
    dismiss: blocks.dismiss,
    discard: () => {
      draft.startOver();
      blocks.keep();
      blocks.dismiss();
      said.clear();
    },
    forget, // what was written, or no longer differs
    guarded,
    send,
    passes: said.passes,
    refuse: said.refuse,
    makeOffer: said.setOffer,
    sendOffer: () => (said.offer ? guarded(said.offer.send) : Promise.resolve()),
  };
}

export type TypedGridState<Row, Column extends string, Edit extends Edited<Column>> = ReturnType<typeof useTypedGrid<Row, Column, Edit>>;
