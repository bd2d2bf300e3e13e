// A form's values with their draft: every keystroke is kept on this machine until it is sent or thrown away. What is given from elsewhere
// stands over both.

import { useEffect, useRef, useState } from "react";
import { dropDraft, readDraft, saveDraft, type Draft } from "../state/drafts";

export interface Drafted<T> {
  values: T;
  began: T; // what the fields held before anything was typed, also after a reload
  basedOn: number | null;
  restoredFrom: string | null; // when the restored draft was saved
  kept: boolean; // false: the browser refuses to keep drafts
  sent: Draft<T>["sent"];
  change(values: T): void;
  changeBegan(began: T): void; // others wrote meanwhile, and it is known here now
  rebase(basedOn: number): void;
  markSent(sent: Draft<T>["sent"]): void;
  drop(): void; // after it was sent
  startOver(): void; // throws away what was typed
}

export function useDraft<T>(subject: string, command: string, initial: T, basedOn: number | undefined, given?: Partial<T>): Drafted<T> {
  const [draft] = useState(() => readDraft<T>(subject, command));
  const [values, setValues] = useState<T>(() => {
    const own = draft?.values ?? initial;
    return given ? { ...own, ...given } : own;
  });
  const [began, setBegan] = useState<T>(draft?.began ?? initial);
  const [base, setBase] = useState<number | null>(draft?.basedOn ?? basedOn ?? null);
  const [restoredFrom, setRestoredFrom] = useState(draft?.savedAt ?? null);
  const [kept, setKept] = useState(true);
  const sent = useRef(draft?.sent);
  const touched = useRef(false);

  useEffect(() => {
    if (!touched.current) return;
    setKept(saveDraft(subject, command, { values, began, basedOn: base, savedAt: new Date().toISOString(), sent: sent.current }));
  }, [subject, command, values, began, base]);

  return {
    values,
    began,
    basedOn: base,
    restoredFrom,
    kept,
    sent: sent.current,
    change: (next) => {
      touched.current = true;
      setValues(next);
    },
    changeBegan: (next) => {
      touched.current = true;
      setBegan(next);
    },
    rebase: (next) => {
      touched.current = true;
      setBase(next);
    },
    markSent: (next) => {
      sent.current = next;
      saveDraft(subject, command, { values, began, basedOn: base, savedAt: new Date().toISOString(), sent: next });
    },
    drop: () => {
      touched.current = false;
      dropDraft(subject, command);
    },
    startOver: () => {
      touched.current = false;
      sent.current = undefined;
      dropDraft(subject, command);
      setRestoredFrom(null);
      setValues(initial);
      setBegan(initial);
      setBase(basedOn ?? null);
    },
  };
}
