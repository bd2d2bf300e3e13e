// Typing the needs and sources of a line as tables, and sending them whole: sums never break in between.

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { faultsByField, Problem, Unreachable } from "../../api/problems";
import type { BudgetLine, FundingSource, SourceAmount, YearAmount } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatMillions, formatNumber } from "../../format/number";
import { bodyOf } from "../../forms/convert";
import type { DocumentValue, FieldSpec } from "../../forms/spec";
import { useDraft } from "../../forms/use-draft";
import { t } from "../../i18n";
import { fundingSources } from "../../meaning/money";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import { cellKey, cellsOf, columnSum, paste, readCells, unassigned, type Amounts, type Cells, type Matrix } from "./matrix";

const words = t.money;
export type NeedTask = "assign-sources" | "amend-need" | "revise-need";
export const needRow = "need";

interface Typed {
  cells: Cells;
  document: DocumentValue | null;
  reason: string;
}

export const hasSources = (task: NeedTask): boolean => task !== "revise-need";
export const hasNeed = (task: NeedTask): boolean => task !== "assign-sources";

// A need may be said of every year that the paper has a column for; sources only of years that need something.
function yearsOf(line: BudgetLine, task: NeedTask): string[] {
  const printed = hasNeed(task) ? Object.keys(line.printed_need?.years ?? {}) : [];
  return [...new Set([...line.by_year.map((one) => String(one.year)), ...printed])].sort();
}

function storedNeed(line: BudgetLine, task: NeedTask): ReadonlyMap<string, number> {
  const revised = task === "revise-need" ? line.revised_need : null;
  const pairs = revised ? revised.years.map((one) => [String(one.year), one.amount] as const) : Object.entries(line.need?.years ?? {});
  return new Map(pairs.flatMap(([year, amount]) => (amount ? [[year, amount] as const] : [])));
}

function storedCells(line: BudgetLine, task: NeedTask): Cells {
  const need = hasNeed(task) ? [...storedNeed(line, task)].map(([year, amount]) => [cellKey(needRow, year), amount] as const) : [];
  const sources = hasSources(task) ? line.sources.map((one) => [cellKey(one.funding_source, String(one.year)), one.amount] as const) : [];
  return cellsOf(new Map([...need, ...sources]));
}

export function fieldsOf(task: NeedTask): FieldSpec[] {
  const document: FieldSpec = { name: "document", kind: "document", label: words.fields["document"] ?? "", required: task !== "revise-need" };
  return [document, { name: "reason", kind: "text", label: words.fields["reason"] ?? "", rows: 2 }];
}

export interface Bodies {
  years?: YearAmount[];
  sources?: SourceAmount[];
}

export function bodyFrom(task: NeedTask, years: readonly string[], amounts: Amounts): Bodies {
  const of = (row: string) =>
    years.flatMap((year) => {
      const amount = amounts.get(cellKey(row, year));
      return amount === undefined ? [] : [{ year: Number(year), amount }];
    });
  const sources = fundingSources.flatMap((source: FundingSource) =>
    of(source)
      .filter((one) => one.amount > 0)
      .map((one) => ({ ...one, funding_source: source })),
  );
  return { ...(hasNeed(task) ? { years: of(needRow) } : {}), ...(hasSources(task) ? { sources } : {}) };
}

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (!(error instanceof Problem)) return String(error);
  const details = (error.body.errors ?? []).map((fault) => fault.detail);
  return details.length > 0 ? details.join(" ") : error.message;
}

// What somebody else wrote since the typing began, at its cell.
function overtaken(line: BudgetLine, task: NeedTask, began: Cells): Record<string, string> {
  const now = storedCells(line, task);
  const keys = [...new Set([...Object.keys(now), ...Object.keys(began)])];
  const changed = keys.filter((key) => (now[key] ?? "") !== (began[key] ?? ""));
  return Object.fromEntries(changed.map((key) => [key, words.grid.nowStored(now[key] || "0")]));
}

export function useNeedGrid(line: BudgetLine, task: NeedTask, onDone: () => void) {
  const initial: Typed = { cells: storedCells(line, task), document: null, reason: "" };
  const draft = useDraft<Typed>(`budget-line/${line.id}`, task, initial, line.sequence);
  const write = useWrite<BudgetLine>();
  const client = useQueryClient();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [beforePaste, setBeforePaste] = useState<Cells | null>(null);
  const { values } = draft;
  const columns = yearsOf(line, task);
  const matrix: Matrix = { rows: hasSources(task) ? fundingSources : [], columns };
  const needMatrix: Matrix = { rows: hasNeed(task) ? [needRow] : [], columns };
  const read = readCells({ rows: [...needMatrix.rows, ...matrix.rows], columns }, values.cells);
  const needs = hasNeed(task)
    ? new Map(columns.map((year) => [year, columnSum(needMatrix, read.amounts, year)]))
    : storedNeed(line, task);
  const over = hasSources(task) ? [...unassigned(matrix, read.amounts, needs)].filter(([, rest]) => rest < 0) : [];
  const cellFaults = Object.fromEntries(Object.entries(read.faults).map(([key, fault]) => [key, words.amount.faults[fault]]));

  const setCells = (cells: Cells) => draft.change({ ...values, cells });

  const send = async () => {
    const made = bodyOf({ fields: fieldsOf(task) }, { document: values.document, reason: values.reason }, {});
    setFaults(made.faults);
    if (Object.keys(made.faults).length > 0) return setMessage(t.commands.check);
    setMessage(null);
    const body = { ...bodyFrom(task, columns, read.amounts), ...made.body };
    const sent = keyFor(draft.sent, body, newKey);
    draft.markSent(sent);
    const basedOn = draft.basedOn ?? line.sequence;
    try {
      await write.mutateAsync({ path: `/budget-lines/${line.id}/${task}`, body, key: sent.key, basedOn, subjects: [`budget-line/${line.id}`] });
    } catch (error) {
      const stale = error instanceof Problem && error.stale;
      setMessage(stale ? words.grid.overtaken : messageOf(error));
      if (error instanceof Problem && !stale) setFaults(faultsByField(error, ["document", "reason"]));
      if (stale) {
        draft.rebase(error.body.current ?? line.sequence);
        void client.invalidateQueries({ queryKey: ["one", "budget-lines", line.id] });
      }
      return;
    }
    draft.drop();
    tell(`${t.commands.names[task]}. ${task === "assign-sources" ? words.done.sources : words.done.need}`);
    onDone();
  };

  return {
    matrix,
    needMatrix,
    cells: values.cells,
    amounts: read.amounts,
    needs,
    cellFaults: { ...overtaken(line, task, draft.began.cells), ...cellFaults },
    over: over.map(([year, rest]) => words.grid.over(year, formatMillions(-rest))),
    closed: over.length === 0 && Object.keys(read.faults).length === 0,
    document: values.document,
    reason: values.reason,
    faults,
    message,
    sending: write.isPending,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    canUndo: beforePaste !== null,
    onCell: (key: string, value: string) => setCells({ ...values.cells, [key]: value }),
    onPaste: (of: Matrix, at: { row: string; column: string }, block: string[][]) => {
      setBeforePaste(values.cells);
      const pasted = paste(of, values.cells, at, block);
      setCells(pasted.cells);
      const skipped = pasted.skipped > 0 ? `. ${words.grid.pastedSkipped(formatNumber(pasted.skipped))}.` : "";
      tell(words.grid.pasted(formatNumber(pasted.taken)) + skipped, pasted.skipped > 0 ? "grey" : "green");
    },
    undo: () => {
      if (beforePaste) setCells(beforePaste);
      setBeforePaste(null);
    },
    setField: (name: string, value: unknown) => draft.change({ ...values, [name]: value }),
    startOver: draft.startOver,
    send: () => void send(),
  };
}

export type NeedGridState = ReturnType<typeof useNeedGrid>;
