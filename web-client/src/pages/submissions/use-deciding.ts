// Choosing among figures that wait, and deciding on the chosen ones as one act: taken over or returned, whole or not at all.

import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { itemFaults, Problem, Unreachable } from "../../api/problems";
import { newKey, useWrite } from "../../api/write";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import { subjectsOf } from "./sending";
import type { Waiting } from "./waiting";

export type Deed = "verify" | "approve";
type Act = "take" | "return";

export const itemsMax = 1000; // of an act
const paths: Record<Deed, Record<Act, string>> = {
  verify: { take: "/acts/verify-submissions", return: "/acts/return-submissions" },
  approve: { take: "/acts/approve-submissions", return: "/acts/return-submission-drafts" },
};

export interface Told {
  done: (n: string) => string;
  refused: string; // nothing was written: the marked lines say why
}

function messageOf(error: unknown, refused: string): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (!(error instanceof Problem)) return String(error);
  return error.body.errors ? refused : error.message;
}

// `initial`: chosen when the page opens; what comes later is not.
export function useDeciding(lines: readonly Waiting[], deed: Deed, initial: readonly Waiting[] = []) {
  const write = useWrite<unknown>();
  const client = useQueryClient();
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set(initial.map((one) => one.key)));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [sent, setSent] = useState<{ body: string; key: string } | undefined>();
  const chosen = useMemo(() => lines.filter((one) => keys.has(one.key)), [lines, keys]);

  const refuse = (error: unknown, asked: readonly Waiting[], told: Told) => {
    setMessage(messageOf(error, told.refused));
    if (!(error instanceof Problem)) return;
    const placed = itemFaults(error).flatMap(({ index, detail }) => {
      const one = index === null ? undefined : asked[index];
      return one ? [[one.key, detail] as const] : [];
    });
    setFaults(Object.fromEntries(placed));
    void client.invalidateQueries({ queryKey: ["list", "submissions"] });
  };

  const send = async (act: Act, asked: readonly Waiting[], more: object, told: Told): Promise<void> => {
    const items = asked.map(({ submission, kind }) => ({ subject: `submission/${submission.id}`, based_on: submission.sequence, kind, ...more }));
    const known = keyFor(sent, { act, items }, newKey);
    setSent(known);
    setMessage(null);
    setFaults({});
    try {
      await write.mutateAsync({ path: paths[deed][act], body: { items }, key: known.key, subjects: subjectsOf(items) });
      const gone = new Set(asked.map((one) => one.key));
      setKeys((old) => new Set([...old].filter((key) => !gone.has(key))));
      tell(told.done(String(items.length)));
    } catch (error) {
      refuse(error, asked, told);
    }
  };

  return {
    chosen,
    faults,
    message,
    sending: write.isPending,
    isChosen: (key: string) => keys.has(key),
    choose: (some: readonly Waiting[], on: boolean) => {
      const named = new Set(some.map((one) => one.key));
      setKeys((old) => new Set(on ? [...old, ...named] : [...old].filter((key) => !named.has(key))));
    },
    chooseOnly: (some: readonly Waiting[]) => setKeys(new Set(some.map((one) => one.key))),
    // `note`: of who verifies.
    take: (asked: readonly Waiting[], note: string, told: Told) => send("take", asked, deed === "verify" && note ? { note } : {}, told),
    giveBack: (asked: readonly Waiting[], reason: string, told: Told) => send("return", asked, { reason }, told),
  };
}

export type Deciding = ReturnType<typeof useDeciding>;
