// An act in two steps: what it would change is asked for and shown, then it is written. Changing a field goes back to the first step.

import { useRef, useState } from "react";
import { post } from "../api/client";
import { faultsByField, Problem, Unreachable } from "../api/problems";
import type { ActPreview } from "../api/types";
import { newKey, useWrite } from "../api/write";
import { t } from "../i18n";
import { keyFor } from "../state/drafts";
import { bodyOf } from "./convert";
import type { FieldSpec, FormValues } from "./spec";
import { useDraft } from "./use-draft";

export interface ActSpec {
  id: string; // of the draft, beside its subject
  subject: string;
  path: string;
  fields: readonly FieldSpec[];
  initial: FormValues;
  basedOn?: number | undefined;
  subjects: (values: FormValues) => readonly string[]; // that it changes, as far as is known here
}

export interface Checked {
  body: Record<string, unknown>;
  preview: ActPreview;
}

function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem && error.status === 503) return t.commands.notSavedBusy;
  return error instanceof Error ? error.message : String(error);
}

export function useAct<T>(spec: ActSpec, onDone: (answer: T, values: FormValues) => void) {
  const draft = useDraft<FormValues>(spec.subject, spec.id, spec.initial, spec.basedOn);
  const write = useWrite<T>();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [details, setDetails] = useState<readonly string[]>([]); // what stands in the way, line by line
  const [checked, setChecked] = useState<Checked | null>(null);
  const [checking, setChecking] = useState(false);
  const asked = useRef(0); // what is answered belongs to what was asked
  const names = spec.fields.filter((field) => field.kind !== "fixed").map((field) => field.name);
  const basedOn = spec.basedOn === undefined ? undefined : (draft.basedOn ?? spec.basedOn);

  const clear = () => {
    setFaults({});
    setMessage(null);
    setDetails([]);
  };

  const refused = (error: unknown) => {
    setChecked(null);
    if (error instanceof Problem && error.stale && error.body.current) draft.rebase(error.body.current);
    if (!(error instanceof Problem)) return setMessage(wordsFor(error));
    const byField = error.status === 422 ? {} : faultsByField(error, names);
    setFaults(byField);
    const placed = Object.keys(byField).some((field) => field !== "");
    setMessage(placed ? t.commands.check : wordsFor(error));
    if (!placed) setDetails((error.body.errors ?? []).map((fault) => fault.detail));
  };

  const make = (): Record<string, unknown> | null => {
    clear();
    const made = bodyOf({ fields: spec.fields }, draft.values, draft.began);
    setFaults(made.faults);
    if (Object.keys(made.faults).length === 0) return made.body;
    setMessage(made.faults[""] ?? t.commands.check);
    return null;
  };

  const check = async () => {
    const body = make();
    if (!body) return;
    asked.current += 1;
    const now = asked.current;
    setChecking(true);
    try {
      const answer = await post<ActPreview>({ path: `${spec.path}?dry_run=true`, body, key: newKey(), basedOn });
      if (now === asked.current) setChecked({ body, preview: answer.body });
    } catch (error) {
      refused(error);
    } finally {
      setChecking(false);
    }
  };

  const commit = async () => {
    if (!checked) return;
    clear();
    const sent = keyFor(draft.sent, checked.body, newKey);
    draft.markSent(sent);
    try {
      const answer = await write.mutateAsync({ path: spec.path, body: checked.body, key: sent.key, basedOn, subjects: spec.subjects(draft.values) });
      draft.drop();
      onDone(answer.body, draft.values);
    } catch (error) {
      refused(error);
    }
  };

  const setAll = (values: FormValues) => {
    asked.current += 1;
    setChecked(null);
    draft.change({ ...draft.values, ...values });
    setFaults((old) => Object.fromEntries(Object.entries(old).filter(([name]) => !(name in values))));
  };

  return {
    values: draft.values,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    faults,
    message,
    details,
    checked,
    checking,
    sending: write.isPending,
    set: (name: string, value: unknown) => setAll({ [name]: value }),
    setAll, // several at once
    check: () => void check(),
    commit: () => void commit(),
    startOver: () => {
      draft.startOver();
      clear();
      setChecked(null);
    },
  };
}

export type ActForm = ReturnType<typeof useAct>;
