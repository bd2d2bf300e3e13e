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
import { questionsOfItems, questionsOfRows, type Question } from "./questions";
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
  questions: readonly Question[];
}

// What is done once somebody has looked at what the checks question.
interface Asking {
  questions: readonly Question[];
  approving: boolean;
  go: () => Promise<unknown>;
}

// `forget`: these edits are no more.
export function useSending(draft: Drafted<Edits>, edited: readonly Edited[], book: DocumentBook, forget: (keys: readonly string[]) => void) {
  const write = useWrite<unknown>();
  const client = useQueryClient();
  const [faults, setFaults] = useState<Faults>({});
  const [message, setMessage] = useState<string | null>(null);
  const [good, setGood] = useState<Good | null>(null); // what could be written of a refused whole
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);

  const quiet = () => {
    setMessage(null);
    setGood(null);
  };
  const refuse = (text: string): null => {
    setRefusals((count) => count + 1);
    setMessage(text);
    return null;
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

  // What could be written of what was typed. Null: something was refused.
  const tried = async (submit: boolean): Promise<Good | null> => {
    const wrong = faultsIn(edited, book);
    setFaults(wrong);
    const count = Object.keys(wrong).length;
    if (count > 0) return refuse(words.errors(formatNumber(count)));
    if (overtakenIn(edited)) return refuse(words.stale);
    const ready = readyFrom(edited, submit);
    if (ready.length === 0) return { ready, submit, questions: [] };
    const asked = await post<SubmissionDifference>({ path: `${path}?dry_run=true`, body: { items: ready.map((one) => one.item) }, key: newKey() });
    const said = judged(ready, asked.body);
    forget(said.same.map((one) => one.key));
    const found: Good = { ready: said.good, submit, questions: questionsOfItems(ready, asked.body) };
    const refused = Object.keys(said.faults).length;
    if (refused === 0) return found;
    setFaults(said.faults);
    if (said.good.length > 0) setGood(found);
    return refuse(words.refused(formatNumber(refused)));
  };

  const once = async (questions: readonly Question[], approving: boolean, go: () => Promise<unknown>) => {
    if (questions.length === 0) await go();
    else setAsking({ questions, approving, go });
  };

  const act = async (name: "submit" | "approve", rows: readonly SubmissionGridRow[], kind: FigureKind) => {
    if (rows.length === 0) return;
    const items = rows.map((row) => ({ subject: `submission/${row.submission}`, based_on: row.sequence, kind }));
    await write.mutateAsync({ path: `/acts/${name}-submissions`, body: { items }, key: newKey(), subjects: subjectsOf(items) });
    tell((name === "submit" ? words.submitted : words.approved)(formatNumber(items.length)));
  };

  // `counts`: it is approved by being entered.
  const save = async (counts: boolean) => {
    const found = await tried(false);
    if (found) await once(counts ? found.questions : [], false, () => commit(found.ready, false));
  };

  const submit = async (drafts: readonly SubmissionGridRow[], kind: FigureKind) => {
    const found = await tried(true);
    if (!found) return;
    await once([...found.questions, ...questionsOfRows(drafts, kind, false)], false, async () => {
      await commit(found.ready, true);
      await act("submit", drafts, kind);
    });
  };

  const approve = (rows: readonly SubmissionGridRow[], kind: FigureKind) =>
    once(questionsOfRows(rows, kind, true), true, () => act("approve", rows, kind));

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
    asking,
    answered: () => setAsking(null),
    save: (counts: boolean) => guarded(() => save(counts)),
    submit: (drafts: readonly SubmissionGridRow[], kind: FigureKind) => guarded(() => submit(drafts, kind)),
    approve: (rows: readonly SubmissionGridRow[], kind: FigureKind) => guarded(() => approve(rows, kind)),
    sendGood: (counts: boolean) =>
      guarded(async () => good && once(good.submit || counts ? good.questions : [], false, () => commit(good.ready, good.submit))),
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
