// What happened to one subject, and what is said about it: at the right of a page, or below it on a phone.

import { Button, SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { historyQuery, threadQuery } from "../api/queries";
import { aggregateOf, type Collection, type HistoryItem, type ThreadItem } from "../api/types";
import { t } from "../i18n";
import { isWithdrawable, undoableChange } from "../meaning/undoing";
import { actingFor } from "../state/acting-for";
import { useAllowed } from "../state/allowed";
import { me } from "../state/me";
import { useStore } from "../state/store";
import { isPast, useViewTime } from "../state/view-time";
import classes from "./ActivityPanel.module.css";
import { CommentBox } from "./CommentBox";
import { Section } from "./Page";
import { EmptyState, ErrorState, LoadingState } from "./States";
import { merged, Timeline, type Entry } from "./Timeline";
import type { Undoable } from "./Undo";

type Shown = "all" | "talk" | "changes";

const choices = [
  { value: "all", label: t.task.allHistory },
  { value: "talk", label: t.task.onlyComments },
  { value: "changes", label: t.task.onlyChanges },
];

const none: readonly never[] = [];

// What whoever looks at the panel may take back in it.
function useUndoable(
  { collection, id }: { collection: Collection; id: string },
  subject: string,
  history: readonly HistoryItem[],
  thread: readonly ThreadItem[],
): (entry: Entry) => Undoable | undefined {
  const past = isPast(useViewTime());
  const allowed = useAllowed();
  const account = useStore(me)?.account;
  const agency = useStore(actingFor);
  if (past || !account || !agency) return () => undefined;
  const self = { account, agency };
  const last = allowed.may(`undo-${aggregateOf[collection]}`) ? undoableChange(history, subject, self) : null;
  const withdraws = allowed.may("withdraw-comment");
  const path = `/${collection}/${id}`;
  return (entry) => {
    const { sequence } = entry.item;
    if (entry.kind === "event") return sequence === last ? { kind: "change", path, subject, sequence } : undefined;
    return withdraws && isWithdrawable(entry.item, thread, self) ? { kind: "comment", path, subject, sequence } : undefined;
  };
}

interface Props {
  collection: Collection;
  id: string;
  quiet?: boolean; // nobody comments on it
}

export function ActivityPanel({ collection, id, quiet = false }: Props) {
  const subject = `${aggregateOf[collection]}/${id}`;
  const time = useViewTime();
  const allowed = useAllowed();
  const [shown, setShown] = useState<Shown>("all");
  const [pages, setPages] = useState(1);
  const history = useQuery({ ...historyQuery(collection, id, subject, time, pages), placeholderData: keepPreviousData });
  const thread = useQuery({ ...threadQuery(collection, id, subject, time), placeholderData: keepPreviousData });
  const failed = history.error ?? thread.error;
  const undoableOf = useUndoable({ collection, id }, subject, history.data?.items ?? none, thread.data?.items ?? none);
  const entries = merged(history.data?.items ?? [], thread.data?.items ?? []).filter(
    (entry) => shown === "all" || (shown === "talk" ? entry.kind === "talk" : entry.kind === "event"),
  );
  return (
    <Section title={t.task.timeline}>
      {!quiet && !isPast(time) && allowed.may("comment") && <CommentBox collection={collection} id={id} subject={subject} />}
      {!quiet && <SegmentedControl
        className={classes.switch}
        fullWidth
        size="xs"
        data={choices}
        value={shown}
        onChange={(next) => setShown(next as Shown)}
        aria-label={t.task.timeline}
      />}
      {failed && !history.data && <ErrorState error={failed} retry={() => void Promise.all([history.refetch(), thread.refetch()])} />}
      {history.isPending && !failed && <LoadingState rows={4} />}
      {history.data && entries.length === 0 && <EmptyState title={shown === "talk" ? t.task.noComments : t.states.emptyTitle} />}
      <Timeline entries={entries} undoableOf={undoableOf} />
      {history.data?.next && shown !== "talk" && (
        <Button variant="subtle" size="compact-sm" loading={history.isFetching} onClick={() => setPages(pages + 1)}>
          {t.task.moreHistory}
        </Button>
      )}
    </Section>
  );
}
