// Writing how a doubt was settled, or opening it again. What is typed stays until it is written.

import { useState } from "react";
import { Problem, Unreachable } from "../../api/problems";
import type { Doubt, DoubtOutcome } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { parseDay } from "../../format/date";
import type { DocumentValue } from "../../forms/spec";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";

export const outcomes: readonly DoubtOutcome[] = ["kept", "amended", "confirmed-assumption", "no-doubt"];
const words = t.doubtWork;

function documentRef(value: DocumentValue | null): unknown {
  if (!value) return undefined;
  if (value.later === null) return value.id ?? undefined;
  const later = parseDay(value.later);
  return later ? { later } : undefined;
}

function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  const fault = error instanceof Problem ? error.body.errors?.[0]?.detail : undefined;
  return fault ?? (error instanceof Error ? error.message : String(error));
}

export function useSettle(doubt: Doubt) {
  const write = useWrite<Doubt>();
  const [reason, setReason] = useState("");
  const [document, setDocument] = useState<DocumentValue | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const send = async (command: string, body: unknown, told: string) => {
    setMessage(null);
    try {
      const subjects = [`doubt/${doubt.id}`];
      await write.mutateAsync({ path: `/doubts/${doubt.id}/${command}`, body, key: newKey(), basedOn: doubt.sequence, subjects });
      tell(told);
    } catch (error) {
      setMessage(wordsFor(error));
    }
  };

  return {
    reason,
    setReason,
    document,
    setDocument,
    message,
    sending: write.isPending,
    settle: (outcome: DoubtOutcome) => {
      const ref = documentRef(document);
      const grounded = reason.trim() !== "" || ref !== undefined || outcome === "confirmed-assumption" || outcome === "no-doubt";
      if (!grounded) return setMessage(words.ground);
      const body = { outcome, ...(reason.trim() ? { reason: reason.trim() } : {}), ...(ref === undefined ? {} : { document: ref }) };
      void send("settle", body, words.done);
    },
    reopen: () => void send("reopen", { reason: reason.trim() }, words.reopened),
  };
}
