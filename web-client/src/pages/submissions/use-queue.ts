// Figures that wait for being verified by an agency: choosing among them, verifying them as one act.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { get } from "../../api/client";
import { itemFaults, Problem } from "../../api/problems";
import { timeKey } from "../../api/queries";
import type { FigureKind, Submission, SubmissionFigure } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { tell } from "../../ui/toast";
import { subjectsOf } from "./sending";

const words = t.submissions.verify;
const itemsMax = 1000; // of an act, and of a page

export interface Waiting {
  key: string;
  submission: Submission;
  kind: FigureKind;
  figure: SubmissionFigure;
}

export function useQueue(agency: string | null) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "submissions", "queue", agency, timeKey(time)],
    queryFn: ({ signal }) => get<{ items: Submission[] }>("/submission-queue", { agency: agency ?? "", limit: itemsMax, ...time }, signal),
    enabled: agency !== null,
  });
}

// One line a figure, those to be looked at first.
export function waitingIn(submissions: readonly Submission[]): Waiting[] {
  const all = submissions.flatMap((submission) =>
    submission.waiting.flatMap((kind) => {
      const figure = submission.figures.find((one) => one.kind === kind);
      return figure ? [{ key: `${kind} ${submission.id}`, submission, kind, figure }] : [];
    }),
  );
  return all.sort((left, right) => right.figure.findings.length - left.figure.findings.length);
}

export function useVerifying(waiting: readonly Waiting[]) {
  const write = useWrite<unknown>();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState<string | null>(null);
  const shown = useMemo(() => waiting.filter((one) => chosen.has(one.key)), [waiting, chosen]);

  const refuse = (error: unknown, sent: readonly Waiting[]) => {
    if (!(error instanceof Problem)) return setMessage(t.commands.notSaved);
    const placed = itemFaults(error).flatMap(({ index, detail }) => {
      const one = index === null ? undefined : sent[index];
      return one ? [[one.key, detail] as const] : [];
    });
    setFaults(Object.fromEntries(placed));
    setMessage(placed.length > 0 ? words.refused : error.message);
    void client.invalidateQueries({ queryKey: ["list", "submissions"] });
  };

  const verify = async (lines: readonly Waiting[]) => {
    setMessage(null);
    setFaults({});
    const sent = lines.slice(0, itemsMax);
    const items = sent.map(({ submission, kind }) => ({ subject: `submission/${submission.id}`, based_on: submission.sequence, kind }));
    try {
      await write.mutateAsync({ path: "/acts/verify-submissions", body: { items }, key: newKey(), subjects: subjectsOf(items) });
      setChosen(new Set());
      tell(words.verified(formatNumber(items.length)));
    } catch (error) {
      refuse(error, sent);
    }
  };

  const choose = (keys: readonly string[], on: boolean) => {
    setChosen((old) => new Set(on ? [...old, ...keys] : [...old].filter((key) => !keys.includes(key))));
  };
  return { chosen: shown, isChosen: (key: string) => chosen.has(key), choose, faults, message, sending: write.isPending, verify };
}
