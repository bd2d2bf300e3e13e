// The grid's life: typing, pasting, sending all edited rows as one act, confirming what was entered.

import { useCallback, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { itemFaults, Problem, Unreachable } from "../../api/problems";
import type { ActOutcome, Assignment } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { useDraft } from "../../forms/use-draft";
import { todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import type { DocumentBook } from "./documents";
import { columns, emptyCells, faultsOf, itemOf, paste, withCell, type ColumnName, type Edits, type RowFaults } from "./model";

const words = t.registers.opening;
const nothing: Edits = {};
type Faults = Record<string, RowFaults>;

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem) return error.stale ? words.staleAct : error.message;
  return String(error);
}

// "/items/3/completed_on" is that column of the fourth row sent.
function faultsFrom(error: unknown, sent: readonly string[]): Faults {
  const faults: Faults = {};
  if (!(error instanceof Problem)) return faults;
  for (const fault of itemFaults(error)) {
    const id = fault.index === null ? undefined : sent[fault.index];
    const name = columns.find((one) => fault.rest.startsWith(`/${one}`)) ?? "status";
    if (id !== undefined) faults[id] = { ...faults[id], [name]: fault.detail };
  }
  return faults;
}

// `confirms`: which rows whoever looks at them may confirm.
export function useGrid(agency: string, rows: readonly Assignment[], book: DocumentBook, confirms: (row: Assignment) => boolean) {
  const draft = useDraft<Edits>(`agency/${agency}`, "enter-opening-state", nothing, undefined);
  const write = useWrite<ActOutcome>();
  const client = useQueryClient();
  const [faults, setFaults] = useState<Faults>({});
  const [message, setMessage] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [beforePaste, setBeforePaste] = useState<Edits | null>(null);
  const latest = useRef(draft);
  latest.current = draft;

  const onCell = useCallback((row: Assignment, column: ColumnName, value: string) => {
    latest.current.change(withCell(latest.current.values, row, column, value));
    setFaults((old) => (old[row.id] ? { ...old, [row.id]: { ...old[row.id], [column]: undefined } as RowFaults } : old));
  }, []);
  const onKeep = useCallback((row: Assignment) => {
    const edit = latest.current.values[row.id];
    if (!edit) return;
    latest.current.change({
      ...latest.current.values,
      [row.id]: { ...edit, basedOn: row.sequence, opening: row.opening?.sequence ?? null },
    });
  }, []);
  const onDrop = useCallback((row: Assignment) => {
    const { [row.id]: _dropped, ...rest } = latest.current.values;
    latest.current.change(rest);
  }, []);

  const onPaste = (shown: readonly Assignment[], atRow: number, column: ColumnName, block: string[][]) => {
    setBeforePaste(draft.values);
    const pasted = paste(draft.values, shown, atRow, column, block, book);
    draft.change(pasted.edits);
    const done = words.pasted(formatNumber(pasted.rows), formatNumber(pasted.cells));
    tell(
      pasted.skipped > 0 ? `${done}. ${words.pastedSkipped(formatNumber(pasted.skipped))}.` : done,
      pasted.skipped > 0 ? "grey" : "green",
    );
  };

  const edited = rows.filter((row) => draft.values[row.id]);

  const act = async (name: string, items: readonly { subject: string }[], key: string): Promise<boolean> => {
    setMessage(null);
    try {
      await write.mutateAsync({ path: `/acts/${name}`, body: { items }, key, subjects: items.map((item) => item.subject) });
      return true;
    } catch (error) {
      setRefusals((count) => count + 1);
      setMessage(messageOf(error));
      setFaults(
        faultsFrom(
          error,
          items.map((item) => item.subject.slice("assignment/".length)),
        ),
      );
      if (error instanceof Problem && error.stale) void client.invalidateQueries({ queryKey: ["list", "assignments"] });
      return false;
    }
  };

  const send = async () => {
    const today = todayInVietnam();
    const found = Object.fromEntries(
      edited
        .map((row) => [row.id, faultsOf(draft.values[row.id]?.cells ?? emptyCells, today, book)] as const)
        .filter(([, fault]) => Object.keys(fault).length > 0),
    );
    setFaults(found);
    if (Object.keys(found).length > 0) {
      setRefusals((count) => count + 1);
      return setMessage(words.errors(formatNumber(Object.keys(found).length)));
    }
    const items = edited.flatMap((row) => {
      const edit = draft.values[row.id];
      return edit ? [itemOf(row.id, edit)] : [];
    });
    const sent = keyFor(draft.sent, { items }, newKey);
    draft.markSent(sent);
    if (!(await act("enter-opening-state", items, sent.key))) return;
    draft.startOver();
    setBeforePaste(null);
    tell(words.sent(formatNumber(items.length)));
  };

  const waiting = rows.filter((row) => row.opening && !row.opening.confirmed && !draft.values[row.id] && confirms(row));
  const confirm = async () => {
    const items = waiting.flatMap((row) =>
      row.opening ? [{ subject: `assignment/${row.id}`, based_on: row.sequence, of: row.opening.sequence }] : [],
    );
    if (await act("confirm-opening-state", items, newKey())) tell(words.confirmedDone(formatNumber(items.length)));
  };

  return {
    edits: draft.values,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    faults,
    message,
    refusals, // how often something was refused
    sending: write.isPending,
    edited: edited.length,
    waiting: waiting.length,
    canUndo: beforePaste !== null,
    onCell,
    onKeep,
    onDrop,
    onPaste,
    undo: () => {
      if (beforePaste) draft.change(beforePaste);
      setBeforePaste(null);
    },
    discard: () => {
      draft.startOver();
      setFaults({});
      setMessage(null);
      setBeforePaste(null);
    },
    send,
    confirm,
  };
}
