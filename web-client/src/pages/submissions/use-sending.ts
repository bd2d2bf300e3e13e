// Sending what was typed: the server is asked about every row first, since an act is written whole or not at all.

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../../api/client";
import { Problem, Unreachable } from "../../api/problems";
import type { FigureKind, SubmissionDifference, SubmissionGridRow } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import type { Drafted } from "../../forms/use-draft";
import { t } from "../../i18n";
import { keyFor } from "../../state/drafts";
import { tell } from "../../ui/toast";
import type { DocumentBook } from "../opening-state/documents";
import type { Edits } from "./edits";
import { faultsIn, judged, overtakenIn, readyFrom, subjectsOf, type Edited, type Faults, type Ready } from "./sending";

const words = t.submissions.entry;
const path = "/acts/enter-submissions";

function messageOf(error: unknown): string {
  if (error instanceof Unreachable) return t.commands.notSaved;
  if (error instanceof Problem && error.stale) return words.stale;
  return error instanceof Problem ? error.message : String(error);
}

interface Good {
  ready: readonly Ready[];
  submit: boolean;
}

// `forget`: these edits are no more.
export function useSending(draft: Drafted<Edits>, edited: readonly Edited[], book: DocumentBook, forget: (keys: readonly string[]) => void) {
  const write = useWrite<unknown>();
  const client = useQueryClient();
  const [faults, setFaults] = useState<Faults>({});
  const [message, setMessage] = useState<string | null>(null);
  const [good, setGood] = useState<Good | null>(null); // what could be written of a refused whole
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);

  const quiet = () => {
    setMessage(null);
    setGood(null);
  };
  const refuse = (text: string): false => {
    setRefusals((count) => count + 1);
    setMessage(text);
    return false;
  };

  const commit = async (ready: readonly Ready[], submit: boolean) => {
    if (ready.length === 0) return;
    const items = ready.map((one) => one.item);
    const sent = keyFor(draft.sent, { items }, newKey);
    draft.markSent(sent);
    await write.mutateAsync({ path, body: { items }, key: sent.key, subjects: subjectsOf(items) });
    forget(ready.map((one) => one.key));
    tell((submit ? words.submitted : words.saved)(formatNumber(items.length)));
  };

  // False: something was refused, and nothing was written.
  const enter = async (submit: boolean): Promise<boolean> => {
    const wrong = faultsIn(edited, book);
    setFaults(wrong);
    const count = Object.keys(wrong).length;
    if (count > 0) return refuse(words.errors(formatNumber(count)));
    if (overtakenIn(edited)) return refuse(words.stale);
    const ready = readyFrom(edited, submit);
    if (ready.length === 0) return true;
    const asked = await post<SubmissionDifference>({ path: `${path}?dry_run=true`, body: { items: ready.map((one) => one.item) }, key: newKey() });
    const said = judged(ready, asked.body);
    forget(said.same.map((one) => one.key));
    const refused = Object.keys(said.faults).length;
    if (refused > 0) {
      setFaults(said.faults);
      if (said.good.length > 0) setGood({ ready: said.good, submit });
      return refuse(words.refused(formatNumber(refused)));
    }
    await commit(said.good, submit);
    return true;
  };

  const act = async (name: "submit" | "approve", rows: readonly SubmissionGridRow[], kind: FigureKind) => {
    if (rows.length === 0) return;
    const items = rows.map((row) => ({ subject: `submission/${row.submission}`, based_on: row.sequence, kind }));
    await write.mutateAsync({ path: `/acts/${name}-submissions`, body: { items }, key: newKey(), subjects: subjectsOf(items) });
    tell((name === "submit" ? words.submitted : words.approved)(formatNumber(items.length)));
  };

  const guarded = async (work: () => Promise<unknown>) => {
    quiet();
    setBusy(true);
    try {
      await work();
    } catch (error) {
      refuse(messageOf(error));
      if (error instanceof Problem) void client.invalidateQueries({ queryKey: ["list", "submissions"] });
    } finally {
      setBusy(false);
    }
  };

  return {
    faults,
    message,
    refusals, // how often something was refused
    busy,
    good: good?.ready.length ?? 0,
    guarded,
    enter,
    act,
    sendGood: () => guarded(async () => good && commit(good.ready, good.submit)),
    quiet,
    // Whoever mends a row hears no more of what was wrong with it.
    mended: (key: string) => {
      setFaults(({ [key]: _dropped, ...rest }) => rest);
      setGood(null);
    },
    clear: () => {
      setFaults({});
      quiet();
    },
  };
}
