// An amendment's life: collecting rows, asking what they would change, and recording them as one act.

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { post } from "../../api/client";
import { Problem, Unreachable } from "../../api/problems";
import type { ActOutcome, AmendmentDifference, AmendmentKind, Programme, Task } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import type { DocumentValue, Option } from "../../forms/spec";
import { useDraft } from "../../forms/use-draft";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { bodyOfAmendment, type AmendmentBody } from "./body";
import { differenceOf, type Difference } from "./difference";
import { following, newRow, noAmendment, withoutRow, withRow, type Amendment, type Row, type RowFaults } from "./model";
import { refusalOf, type Overtaken } from "./refusal";

const path = "/acts/amend-programme";
const none: Record<string, RowFaults> = {};

interface Checked {
  body: AmendmentBody;
  keys: string[];
  difference: Difference;
  time: string; // when it was asked, RFC 3339
}

interface Plan {
  programme: Programme;
  tasks: ReadonlyMap<string, Task>;
  groups: readonly Option[];
}

function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem && error.status === 503) return t.commands.notSavedBusy;
  return error instanceof Error ? error.message : String(error);
}

export function useAmendment({ programme, tasks, groups }: Plan, onDone: (counted: readonly Row[]) => void) {
  const draft = useDraft<Amendment>(`programme/${programme.id}`, "amend-programme", noAmendment, undefined);
  const write = useWrite<ActOutcome>();
  const client = useQueryClient();
  const [faults, setFaults] = useState(none);
  const [documentFault, setDocumentFault] = useState<string | null>(null);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [checking, setChecking] = useState(false);
  const [removed, setRemoved] = useState<{ row: Row; before: Amendment } | null>(null);
  const taskOf = (row: Row): Task | null => (row.task ? (tasks.get(row.task) ?? null) : null);
  const rows = draft.values.rows.map((row) => following(row, taskOf(row)));
  const amendment: Amendment = { ...draft.values, rows };

  // What is answered belongs to what was asked: a page that lets one type on meanwhile would show the wrong difference.
  const latest = useRef(0);
  const change = (next: Amendment) => {
    latest.current += 1;
    setChecked(null);
    setMessage(null);
    draft.change(next);
  };
  const clear = () => {
    setFaults(none);
    setDocumentFault(null);
    setOvertaken(null);
    setMessage(null);
  };

  const refused = (error: unknown, keys: readonly string[]) => {
    setChecked(null);
    setRefusals((count) => count + 1);
    if (!(error instanceof Problem)) return setMessage(wordsFor(error));
    const refusal = refusalOf(error, keys);
    setFaults(refusal.rows);
    setDocumentFault(refusal.document);
    setOvertaken(refusal.overtaken);
    setMessage(error.status === 503 ? wordsFor(error) : (refusal.message ?? t.amendment.check(Object.keys(refusal.rows).length)));
    if (error.stale) void client.invalidateQueries({ queryKey: ["list", "tasks"] });
  };

  const check = async () => {
    clear();
    const made = bodyOfAmendment(programme.id, amendment, tasks, groups);
    setFaults(made.rows);
    setDocumentFault(made.document);
    const wrong = Object.keys(made.rows).length;
    if (made.document !== null || wrong > 0) {
      setRefusals((count) => count + 1);
      return setMessage(wrong > 0 ? t.amendment.check(wrong) : t.commands.check);
    }
    const asked = latest.current;
    const keys = rows.map((row) => row.key);
    setChecking(true);
    try {
      const answer = await post<AmendmentDifference>({ path: `${path}?dry_run=true`, body: made.body, key: newKey() });
      if (asked !== latest.current) return;
      setChecked({ body: made.body, keys, difference: differenceOf(answer.body.items, rows, tasks), time: new Date().toISOString() });
    } catch (error) {
      refused(error, keys);
    } finally {
      setChecking(false);
    }
  };

  const commit = async () => {
    if (!checked) return;
    clear();
    const sent = keyFor(draft.sent, checked.body, newKey);
    draft.markSent(sent);
    const subjects = rows.map((row) => `task/${row.task ?? ""}`);
    try {
      await write.mutateAsync({ path, body: checked.body, key: sent.key, subjects });
      onDone(rows);
      draft.startOver();
    } catch (error) {
      if (error instanceof Problem && error.status !== 503) refused(error, checked.keys);
      else setMessage(wordsFor(error)); // the same may be sent again
    }
  };

  return {
    amendment,
    taskOf,
    faults,
    documentFault,
    overtaken,
    message,
    refusals, // how often something was refused
    checked,
    checking,
    recording: write.isPending,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    removed: removed?.row ?? null,
    setDocument: (document: DocumentValue | null) => {
      setDocumentFault(null);
      change({ ...amendment, document });
    },
    // The key of the new row, or of the one that is there already.
    begin: (kind: AmendmentKind, task: Task | null): string => {
      const known = task ? rows.find((row) => row.task === task.id) : undefined;
      if (known) return known.key;
      const row = newRow(kind, task, newKey());
      change({ ...amendment, rows: [...rows, row] });
      return row.key;
    },
    setRow: (row: Row, field: string | null) => {
      if (field !== null && faults[row.key]) {
        const { [field]: _field, "": _whole, ...rest } = faults[row.key] ?? {};
        setFaults({ ...faults, [row.key]: rest });
      }
      change(withRow(amendment, row));
    },
    // What happened since is known now: the row rests on it.
    keepOvertaken: () => {
      const row = rows.find((one) => one.key === overtaken?.key);
      if (!row || !overtaken) return;
      clear();
      change(withRow(amendment, { ...row, basedOn: overtaken.current }));
    },
    remove: (row: Row) => {
      setRemoved({ row, before: amendment });
      if (overtaken?.key === row.key) setOvertaken(null);
      change(withoutRow(amendment, row.key));
    },
    restore: () => {
      if (removed) change({ ...amendment, rows: inPlace(removed.before, removed.row, rows) });
      setRemoved(null);
    },
    discard: () => {
      clear();
      setRemoved(null);
      setChecked(null);
      draft.startOver();
    },
    check,
    back: () => setChecked(null),
    commit,
  };
}

// The removed row where it stood, among the rows as they are now.
function inPlace(before: Amendment, row: Row, rows: readonly Row[]): Row[] {
  const at = before.rows.findIndex((one) => one.key === row.key);
  return rows.toSpliced(at, 0, row);
}
