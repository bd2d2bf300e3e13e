// Doubts one by one: the places as printed side by side, the outcome in one key.

import { Button, Textarea } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Doubt } from "../../api/types";
import { formatNumber } from "../../format/number";
import { DocumentField } from "../../forms/DocumentField";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useProgrammesOf } from "../../ui/use-found";
import { useKeys } from "../../ui/use-keys";
import { Place, Settlement } from "./DoubtPage";
import classes from "./Doubts.module.css";
import { outcomes, useSettle } from "./use-settle";

const route = getRouteApi("/doubts/work");
const words = t.doubtWork;
const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

function One({ doubt, go }: { doubt: Doubt; go: (step: number) => void }) {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const settle = useSettle(doubt);
  const may = !past && allowed.may("settle-doubt") && standsFor(doubt.programme, acting, allowed.posts, directory);
  const open = doubt.status === "open";
  useKeys({
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    ...(may && open ? Object.fromEntries(outcomes.map((outcome, index) => [String(index + 1), () => settle.settle(outcome)])) : {}),
  });
  return (
    <article className={classes.card} aria-label={doubt.text}>
      <div className={classes.note}>
        {t.doubtKind[doubt.kind] ?? doubt.kind}. {directory.programmeName(doubt.programme)}.{" "}
        <Link to="/doubts/$id" params={{ id: doubt.id }}>
          {t.common.more}
        </Link>
      </div>
      <h2 className={classes.text}>{doubt.text}</h2>
      <div className={classes.places}>
        {doubt.places.map((place, index) => (
          <Place key={index} place={place} />
        ))}
      </div>
      <Settlement doubt={doubt} />
      {!may && open && <p className={classes.note}>{words.only}</p>}
      {may && (
        <>
          <div className={classes.fields}>
            <Textarea
              label={open ? words.reason : words.reopenReason}
              value={settle.reason}
              autosize
              minRows={2}
              onChange={(event) => settle.setReason(event.currentTarget.value)}
            />
            {open && <DocumentField label={words.document} value={settle.document} onChange={settle.setDocument} />}
          </div>
          {settle.message && (
            <p className={classes.message} role="alert">
              {settle.message}
            </p>
          )}
          <div className={classes.actions} role="group" aria-label={words.outcomeLabel}>
            {open ? (
              outcomes.map((outcome, index) => (
                <Button
                  key={outcome}
                  variant={index === 0 ? "filled" : "default"}
                  loading={settle.sending}
                  onClick={() => settle.settle(outcome)}
                >
                  {index + 1}. {words.outcome[outcome]}
                </Button>
              ))
            ) : (
              <Button variant="default" loading={settle.sending} onClick={settle.reopen}>
                {words.reopen}
              </Button>
            )}
          </div>
        </>
      )}
    </article>
  );
}

function Work({ all }: { all: readonly Doubt[] }) {
  const search = route.useSearch();
  const state = search.state ?? "open";
  const rows = useMemo(
    () => all.filter((row) => (!search.programme || row.programme === search.programme) && (!search.kind || row.kind === search.kind)),
    [all, search.programme, search.kind],
  );
  const shown = rows.filter((row) => row.status === state);
  const [position, setPosition] = useState(0);
  const at = Math.min(position, Math.max(shown.length - 1, 0));
  const doubt = shown[at];
  const go = (step: number) => setPosition(Math.max(0, Math.min(at + step, shown.length - 1)));
  const settled = rows.filter((row) => row.status === "settled").length;
  return (
    <>
      <ListFilters
        search={search}
        programmes={useProgrammesOf(all)}
        kinds={{ label: t.registers.doubts.kind, options: options(t.doubtKind) }}
        states={{ label: words.stateLabel, options: options(words.state) }}
        withoutWords
      />
      <p className={classes.note} role="status">
        {words.progress(formatNumber(settled), formatNumber(rows.length))}
        {doubt && `. ${words.at(formatNumber(at + 1), formatNumber(shown.length))}`}
      </p>
      {doubt ? <One key={doubt.id} doubt={doubt} go={go} /> : <EmptyState title={words.none} text={words.noneText} />}
      {doubt && (
        <div className={classes.actions}>
          <Button variant="subtle" size="compact-sm" disabled={at === 0} onClick={() => go(-1)}>
            {words.previous}
          </Button>
          <Button variant="subtle" size="compact-sm" disabled={at + 1 >= shown.length} onClick={() => go(1)}>
            {words.next}
          </Button>
          <span className={classes.note}>{words.keys}</span>
        </div>
      )}
    </>
  );
}

export default function DoubtWorkPage() {
  const doubts = useList("doubts");
  return (
    <Page title={words.title} note={words.ground} crumbs={<Link to="/doubts">{t.registers.doubts.title}</Link>}>
      <QueryView query={doubts}>{(list) => <Work all={list.items} />}</QueryView>
    </Page>
  );
}
