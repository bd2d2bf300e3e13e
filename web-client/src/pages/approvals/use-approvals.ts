// Choosing and approving: everything that stood there when the page was opened is chosen, what arrives later is not.

import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { itemFaults, Problem, Unreachable } from "../../api/problems";
import type { ActOutcome } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import { itemOf, type Waiting } from "./changes";

const words = t.approvals;

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (!(error instanceof Problem)) return String(error);
  if (error.stale) return words.stale;
  return error.body.errors ? words.refused : error.message;
}

export function useApprovals(waiting: readonly Waiting[]) {
  const [seen] = useState(() => new Set(waiting.map((one) => one.key)));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(seen);
  const [sure, setSure] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [sent, setSent] = useState<{ body: string; key: string } | undefined>();
  const write = useWrite<ActOutcome>();
  const client = useQueryClient();
  const picked = waiting.filter((one) => chosen.has(one.key));

  const choose = (next: ReadonlySet<string>) => {
    setSure(false);
    setChosen(next);
  };

  const approve = async () => {
    const items = picked.map(itemOf);
    const known = keyFor(sent, { items }, newKey);
    setSent(known);
    setFaults({});
    setMessage(null);
    try {
      await write.mutateAsync({
        path: "/acts/approve-progress",
        body: { items },
        key: known.key,
        subjects: items.map((item) => item.subject),
      });
      setSure(false);
      tell(words.approved(formatNumber(items.length)));
    } catch (error) {
      setSure(false);
      setMessage(messageOf(error));
      if (!(error instanceof Problem)) return;
      const marked = itemFaults(error).flatMap((fault) => {
        const key = fault.index === null ? undefined : picked[fault.index]?.key;
        return key === undefined ? [] : [[key, fault.detail] as const];
      });
      setFaults(Object.fromEntries(marked));
      if (error.stale) void client.invalidateQueries({ queryKey: ["list", "assignments"] });
    }
  };

  return {
    chosen,
    picked,
    sure,
    faults,
    message,
    sending: write.isPending,
    isFresh: (one: Waiting) => !seen.has(one.key),
    toggle: (one: Waiting) => {
      const next = new Set(chosen);
      if (!next.delete(one.key)) next.add(one.key);
      choose(next);
    },
    toggleAll: () => choose(picked.length === waiting.length ? new Set() : new Set(waiting.map((one) => one.key))),
    ask: () => setSure(true),
    lookAgain: () => setSure(false),
    approve,
  };
}
