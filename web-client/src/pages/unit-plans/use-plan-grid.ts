// The grid's life: typing, pasting, taking proposals, sending all edited rows as one act.

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { Problem, Unreachable } from "../../api/problems";
import type { UnitPlan, UnitPlanRow } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import { useDraft } from "../../forms/use-draft";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import { faultsOf, lineFrom, paste, proposedCells, withCells, type Cells, type ColumnName, type Edits, type RowFaults } from "./model";

const words = t.plans;
const nothing: Edits = {};
type Faults = Record<string, RowFaults>;

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  return error instanceof Problem ? error.message : String(error);
}

const columnOf = (rest: string): ColumnName => {
  if (rest.includes("/milestones")) return "q1";
  if (rest.includes("/note")) return "note";
  return rest.includes("/not_this_year") ? "not_this_year" : "product";
};

// "/lines/3/set/product" is that cell of the fourth row sent.
function faultsFrom(error: unknown, sent: readonly string[]): Faults {
  const faults: Faults = {};
  if (!(error instanceof Problem)) return faults;
  for (const { pointer, detail } of error.body.errors ?? []) {
    const [, index, rest = ""] = /^\/lines\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
    const id = index === undefined ? undefined : sent[Number(index)];
    if (id !== undefined) faults[id] = { ...faults[id], [columnOf(rest)]: detail };
  }
  return faults;
}

export function usePlanGrid(plan: UnitPlan) {
  const rows = plan.rows;
  const draft = useDraft<Edits>(`unit-plan/${plan.id}`, "set-lines", nothing, undefined);
  const write = useWrite<UnitPlan>();
  const client = useQueryClient();
  const [faults, setFaults] = useState<Faults>({});
  const [message, setMessage] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [beforePaste, setBeforePaste] = useState<Edits | null>(null);
  const latest = useRef({ draft, head: plan.sequence });
  latest.current = { draft, head: plan.sequence };

  const set = useCallback((row: UnitPlanRow, changed: Partial<Cells>) => {
    const { draft: now, head } = latest.current;
    now.change(withCells(now.values, row, changed, head));
    setFaults(({ [row.assignment]: _dropped, ...rest }) => rest);
  }, []);
  const onCell = useCallback((row: UnitPlanRow, column: ColumnName, value: string) => set(row, { [column]: value }), [set]);
  const onKeep = useCallback((row: UnitPlanRow) => {
    const { draft: now, head } = latest.current;
    const edit = now.values[row.assignment];
    if (edit) now.change({ ...now.values, [row.assignment]: { ...edit, basedOn: head } });
  }, []);
  const onDrop = useCallback((row: UnitPlanRow) => {
    const { [row.assignment]: _dropped, ...rest } = latest.current.draft.values;
    latest.current.draft.change(rest);
  }, []);

  const onPaste = (row: number, column: ColumnName, block: string[][]) => {
    setBeforePaste(draft.values);
    const pasted = paste(draft.values, rows, row, column, block, plan.sequence);
    draft.change(pasted.edits);
    const done = words.pasted(formatNumber(pasted.rows), formatNumber(pasted.cells));
    const skipped = pasted.skipped > 0 ? `. ${words.pastedSkipped(formatNumber(pasted.skipped))}.` : "";
    tell(done + skipped, pasted.skipped > 0 ? "grey" : "green");
  };

  const open = rows.filter((row) => !row.line && row.proposal && !draft.values[row.assignment]);
  const takeProposals = () => {
    setBeforePaste(draft.values);
    const edits = open.reduce((all, row) => withCells(all, row, proposedCells(row) ?? {}, plan.sequence), draft.values);
    draft.change(edits);
  };

  const edited = rows.filter((row) => draft.values[row.assignment]);

  const refuse = (error: unknown, sent: readonly string[]) => {
    setRefusals((count) => count + 1);
    setMessage(messageOf(error));
    setFaults(faultsFrom(error, sent));
    if (error instanceof Problem && error.stale) void client.invalidateQueries({ queryKey: ["one", "unit-plans", plan.id] });
  };

  const save = async () => {
    const wrong: Faults = {};
    const lines = edited.flatMap((row) => {
      const edit = draft.values[row.assignment];
      if (!edit) return [];
      const found = faultsOf(edit.cells, plan.year);
      if (Object.keys(found).length > 0) wrong[row.assignment] = found;
      return [lineFrom(row, edit, plan.year)];
    });
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) {
      setRefusals((count) => count + 1);
      return setMessage(words.errors(formatNumber(Object.keys(wrong).length)));
    }
    setMessage(null);
    const sent = keyFor(draft.sent, { lines }, newKey);
    draft.markSent(sent);
    const path = `/unit-plans/${plan.id}/set-lines`;
    try {
      await write.mutateAsync({ path, body: { lines }, key: sent.key, basedOn: plan.sequence, subjects: [`unit-plan/${plan.id}`] });
    } catch (error) {
      return refuse(
        error,
        lines.map((line) => line.assignment),
      );
    }
    draft.startOver();
    setBeforePaste(null);
    tell(words.saved(formatNumber(lines.length)));
  };

  return {
    edits: draft.values,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    faults,
    message,
    refusals, // how often something was refused
    saving: write.isPending,
    edited: edited.length,
    proposals: open.length,
    canUndo: beforePaste !== null,
    onCell,
    onKeep,
    onDrop,
    onPaste,
    takeProposals,
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
    save,
  };
}

export type PlanGridState = ReturnType<typeof usePlanGrid>;
