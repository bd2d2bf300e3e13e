// The life of one command's form: typing, sending, refusals at their fields, conflicts, and sending again.

import { useState } from "react";
import { faultsByField, Problem, Unreachable } from "../api/problems";
import { newKey, useWrite } from "../api/write";
import { t } from "../i18n";
import { keyFor } from "../state/drafts";
import { allDecided, chosen, conflictOf, type Choice, type Conflict } from "./conflict";
import { bodyOf } from "./convert";
import type { CommandSpec, FormValues } from "./spec";
import { useDraft } from "./use-draft";

type Faults = Record<string, string>;

function wordsFor(error: Error): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem && error.status === 503) return t.commands.notSavedBusy;
  return error.message;
}

export function useCommandForm<T>(spec: CommandSpec, onDone: (answer: T, sequence: number) => void) {
  const draft = useDraft<FormValues>(spec.subject, spec.id, spec.initial, spec.basedOn, spec.given);
  const write = useWrite<T>();
  const base = draft.began;
  const [faults, setFaults] = useState<Faults>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const names = spec.fields.map((field) => field.name);

  const refused = (error: Error) => {
    if (error instanceof Problem && error.stale) {
      const found = conflictOf(error.body, spec, draft.values, base);
      draft.change({ ...draft.values, ...found.taken });
      draft.changeBegan({ ...base, ...found.taken });
      setConflict(found);
      return;
    }
    const byField = error instanceof Problem ? faultsByField(error, names) : {};
    setFaults(byField);
    const placed = Object.keys(byField).some((field) => field !== "");
    setMessage(placed ? t.commands.check : (byField[""] ?? wordsFor(error)));
  };

  const send = async (current?: number) => {
    setMessage(null);
    const made = bodyOf(spec, draft.values, base);
    setFaults(made.faults);
    if (Object.keys(made.faults).length > 0) return setMessage(made.faults[""] ?? t.commands.check);
    const sent = keyFor(draft.sent, made.body, newKey);
    draft.markSent(sent);
    const basedOn = spec.basedOn === undefined ? undefined : (current ?? draft.basedOn ?? spec.basedOn);
    try {
      const answer = await write.mutateAsync({ path: spec.path, body: made.body, key: sent.key, basedOn, subjects: spec.subjects });
      draft.drop();
      onDone(answer.body, answer.sequence);
    } catch (error) {
      refused(error as Error);
    }
  };

  // Their word is known now: choosing it, or keeping one's own against it, builds on it.
  const choose = (name: string, choice: Choice) => {
    const field = spec.fields.find((one) => one.name === name);
    const collision = conflict?.collisions.find((one) => one.field === name);
    if (!conflict || !field || !collision) return;
    const mine = collision.choice === null ? draft.values[name] : collision.mine;
    draft.change({ ...draft.values, [name]: chosen(field, choice, mine, collision.typed) });
    draft.changeBegan({ ...base, [name]: collision.typed });
    const collisions = conflict.collisions.map((one) => (one.field === name ? { ...one, choice, mine } : one));
    setConflict({ ...conflict, collisions });
    if (allDecided({ ...conflict, collisions })) draft.rebase(conflict.current);
  };

  return {
    values: draft.values,
    restoredFrom: draft.restoredFrom,
    kept: draft.kept,
    faults,
    message,
    conflict,
    sending: write.isPending,
    undecided: conflict !== null && !allDecided(conflict),
    set: (name: string, value: unknown) => {
      draft.change({ ...draft.values, [name]: value });
      if (faults[name]) setFaults(({ [name]: _dropped, ...rest }) => rest);
    },
    // Where nothing collides, what happened since has been shown: the command builds on it now.
    send: () => void send(conflict?.collisions.length === 0 ? conflict.current : undefined),
    choose,
    startOver: () => {
      draft.startOver();
      setFaults({});
      setConflict(null);
      setMessage(null);
    },
  };
}
