// Deciding a pair: linked, not the same, proposed, parted. What a pair rests on is the moment at which it was read.

import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Problem, Unreachable } from "../../api/problems";
import type { ActOutcome, Link } from "../../api/types";
import { newKey, useWrite, type Command } from "../../api/write";
import { formatNumber } from "../../format/number";
import type { DocumentValue } from "../../forms/spec";
import { parseDay } from "../../format/date";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";
import { bindingOf, type Choice, type Pair } from "./pair";

const words = t.links;

function documentRef(value: DocumentValue | null): unknown {
  if (!value) return null;
  if (value.later === null) return value.id;
  const later = parseDay(value.later);
  return later ? { later } : null;
}

function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  return error instanceof Error ? error.message : String(error);
}

export function useDecision(seen: number, document: DocumentValue | null, onDone: (ids: readonly string[]) => void) {
  const write = useWrite<ActOutcome | Link>();
  const client = useQueryClient();
  const [message, setMessage] = useState<string | null>(null);

  const send = async (command: Omit<Command, "key" | "subjects">, pairs: readonly Pair[], told: string) => {
    setMessage(null);
    try {
      const subjects = pairs.flatMap((pair) => [`link/${pair.id}`, ...pair.subjects]);
      await write.mutateAsync({ ...command, key: newKey(), subjects });
      tell(told);
      onDone(pairs.map((pair) => pair.id));
    } catch (error) {
      setMessage(wordsFor(error));
      if (error instanceof Problem && error.stale) void client.invalidateQueries({ queryKey: ["list", "links"] });
    }
  };
  const rowsOf = ({ kind, subjects, component }: Pair) => ({ kind, subjects, ...(component ? { component: component.id } : {}) });
  const item = (pair: Pair) => ({ ...rowsOf(pair), based_on: seen });

  return {
    message,
    sending: write.isPending,
    clear: () => setMessage(null),
    link: (pair: Pair, choice: Choice) => {
      const binding = bindingOf(pair, choice);
      const ref = documentRef(document);
      if (ref === null) return setMessage(words.chooseDocument);
      if (binding === null) return setMessage(words.chooseBinding);
      void send({ path: "/acts/link", body: { document: ref, items: [{ ...item(pair), binding }] } }, [pair], words.linked);
    },
    reject: (pairs: readonly Pair[], reason: string) => {
      const told = pairs.length === 1 ? words.rejected : words.rejectedMany(formatNumber(pairs.length));
      void send({ path: "/acts/reject-links", body: { reason, items: pairs.map(item) } }, pairs, told);
    },
    propose: (pair: Pair, reason: string) =>
      void send({ path: "/links", body: { ...rowsOf(pair), reason } }, [pair], words.proposed),
    part: (pair: Pair, reason: string) => {
      const ref = documentRef(document);
      if (ref === null) return setMessage(words.chooseDocument);
      const basedOn = Math.max(seen, pair.link?.sequence ?? 0);
      void send({ path: `/links/${pair.id}/part`, body: { document: ref, reason }, basedOn }, [pair], words.parted);
    },
  };
}

export type Decision = ReturnType<typeof useDecision>;
