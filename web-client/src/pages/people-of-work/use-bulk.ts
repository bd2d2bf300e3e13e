// Choosing assignments and naming their people as one act. What is typed and chosen survives a reload.

import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { itemFaults, Problem, Unreachable } from "../../api/problems";
import type { ActOutcome, Assignment } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import { bodyOf } from "../../forms/convert";
import type { FormValues } from "../../forms/spec";
import { peopleFields } from "../../forms/specs/assignment";
import { useDraft } from "../../forms/use-draft";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";

const words = t.inside.bulk;

interface Typed {
  people: FormValues;
  chosen: string[]; // ids of assignments
}

const nothing: Typed = { people: { leader: null, department: "", officers: [] }, chosen: [] };

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (!(error instanceof Problem)) return String(error);
  if (error.stale) return words.stale;
  return error.body.errors ? `${words.refused} ${error.message}` : error.message;
}

export function useBulk(agency: string, rows: readonly Assignment[]) {
  const draft = useDraft<Typed>(`agency/${agency}`, "assign-people", nothing, undefined);
  const write = useWrite<ActOutcome>();
  const client = useQueryClient();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState<string | null>(null);
  const { people, chosen } = draft.values;
  const picked = rows.filter((row) => chosen.includes(row.id));
  const { body } = bodyOf({ fields: peopleFields }, people, nothing.people);
  const empty = !body["leader"] && !body["department"] && (body["officers"] as string[]).length === 0;

  const refused = (error: unknown) => {
    setMessage(messageOf(error));
    if (!(error instanceof Problem)) return;
    const marked = itemFaults(error).flatMap((fault) => {
      const id = fault.index === null ? undefined : picked[fault.index]?.id;
      return id === undefined ? [] : [[id, fault.detail] as const];
    });
    setFaults(Object.fromEntries(marked));
    if (error.stale) void client.invalidateQueries({ queryKey: ["list", "assignments"] });
  };

  const send = async () => {
    setFaults({});
    setMessage(null);
    const items = picked.map((row) => ({ subject: `assignment/${row.id}`, based_on: row.sequence, ...body }));
    const sent = keyFor(draft.sent, { items }, newKey);
    draft.markSent(sent);
    try {
      const subjects = items.map((item) => item.subject);
      await write.mutateAsync({ path: "/acts/assign-people", body: { items }, key: sent.key, subjects });
      draft.startOver();
      tell(words.done(formatNumber(items.length)));
    } catch (error) {
      refused(error);
    }
  };

  const choose = (ids: readonly string[]) => draft.change({ people, chosen: [...ids] });
  return {
    values: people,
    chosen: new Set(chosen) as ReadonlySet<string>,
    picked: picked.length,
    empty,
    faults,
    message,
    restoredFrom: draft.restoredFrom,
    sending: write.isPending,
    set: (name: string, value: unknown) => draft.change({ chosen, people: { ...people, [name]: value } }),
    choose,
    toggle: (id: string) => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
    send: () => void send(),
    startOver: draft.startOver,
  };
}

export type Bulk = ReturnType<typeof useBulk>;
