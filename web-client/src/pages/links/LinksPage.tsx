// Pairs of rows that may be the same, worked through one by one: suggested, proposed, decided.

import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { foundQuery } from "../../api/queries";
import type { Link as RowLink, Listed, LinkSuggestion } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import type { LinkSearch } from "../../router";
import { useFound } from "../../ui/use-found";
import { useKeys } from "../../ui/use-keys";
import { kindOf, useSubjectTitle } from "../../ui/use-subject-title";
import { DecisionForm, type Said } from "./DecisionForm";
import classes from "./Links.module.css";
import { all, choiceOf, ofLink, ofSuggestion, sayingsOf, type Choice, type Pair } from "./pair";
import { PairView } from "./PairView";
import { useDecision } from "./use-decision";

const route = getRouteApi("/links");
const words = t.links;
const tabs = ["suggested", "proposed", "linked", "rejected", "parted"] as const;
type Tab = (typeof tabs)[number];
const kinds = { label: words.kindLabel, options: Object.entries(words.kind).map(([value, label]) => ({ value, label })) };
const wordsOf = (pair: Pair) => pair.rows.flatMap((row) => [row.title, row.content, row.lead_text]);

interface Shown {
  pairs: Pair[];
  sequence: number;
}

// Of one row also pairs that are less alike than those worth suggesting.
const leastOfOneRow = "20";

function usePairs(tab: Tab, { programme, kind, subject }: LinkSearch) {
  const time = useViewTime();
  const filter: Record<string, string> = { ...(programme ? { programme } : {}), ...(kind ? { kind } : {}), ...(subject ? { subject } : {}) };
  const suggested = tab === "suggested";
  const suggestions = useQuery({
    ...foundQuery<Listed<LinkSuggestion>>("links", "/link-suggestions", subject ? { ...filter, min_score: leastOfOneRow } : filter, time),
    enabled: suggested,
    select: (list): Shown => ({ pairs: list.items.flatMap(ofSuggestion), sequence: list.sequence }),
  });
  const links = useQuery({
    ...foundQuery<Listed<RowLink>>("links", "/links", { ...filter, status: tab }, time),
    enabled: !suggested,
    select: (list): Shown => ({ pairs: list.items.flatMap(ofLink), sequence: list.sequence }),
  });
  return suggested ? suggestions : links;
}

interface QueueProps {
  pairs: readonly Pair[];
  at: number;
  go: (at: number) => void;
  chosen: ReadonlySet<string> | null; // null: nothing can be chosen
  toggle: (id: string) => void;
}

function Queue({ pairs, at, go, chosen, toggle }: QueueProps) {
  const directory = useDirectory();
  return (
    <ul className={classes.queue} aria-label={words.queue}>
      {pairs.map((pair, index) => {
        const title = pair.rows[0].title;
        const plans = [...new Set(pair.rows.map((row) => row.programme && directory.programmeName(row.programme)))].join(", ");
        return (
          <li key={pair.id} className={index === at ? classes.current : undefined}>
            {chosen && <Checkbox checked={chosen.has(pair.id)} onChange={() => toggle(pair.id)} aria-label={words.chooseForAct(title)} />}
            <button type="button" className={classes.entry} aria-current={index === at} onClick={() => go(index)}>
              <span className={classes.title}>{title}</span>
              <span className={classes.note}>
                {[pair.score === null ? null : words.score(formatNumber(pair.score)), plans].filter(Boolean).join(". ")}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Workbench({ shown, tab, past }: { shown: Shown; tab: Tab; past: boolean }) {
  const search = route.useSearch();
  const allowed = useAllowed();
  const stands = allowed.may("link") && !past;
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [position, setPosition] = useState(0);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<Said>({ document: null, reason: "" });
  const left = useMemo(() => shown.pairs.filter((pair) => !done.has(pair.id)), [shown.pairs, done]);
  const pairs = useFound(left, search.q, wordsOf);
  const at = Math.min(position, Math.max(pairs.length - 1, 0));
  const pair = pairs[at];
  const decision = useDecision(shown.sequence, said.document, (ids) => {
    setDone(new Set([...done, ...ids]));
    setChosen(new Set([...chosen].filter((id) => !ids.includes(id))));
  });
  const go = (to: number) => {
    decision.clear();
    setPosition(Math.max(0, Math.min(to, pairs.length - 1)));
  };
  const choice = pair ? (choices[pair.id] ?? choiceOf(pair)) : {};
  const setChoice = (next: Choice) => pair && setChoices({ ...choices, [pair.id]: next });
  const open = pair !== undefined && pair.link?.status !== "linked";
  useKeys({
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    ...(pair && stands && open
      ? {
          a: () => setChoice(all(pair, 0)),
          b: () => setChoice(all(pair, 1)),
          l: () => decision.link(pair, choice),
          k: () => decision.reject([pair], said.reason || sayingsOf(pair).rejectDefault),
        }
      : {}),
  });
  if (!pair) return <EmptyState title={words.none} text={words.noneText} />;
  const picked = pairs.filter((one) => chosen.has(one.id));
  const [first, ...others] = picked.map((one) => sayingsOf(one).rejectDefault);
  const rejectDefault = first !== undefined && others.every((one) => one === first) ? first : words.rejectDefault;
  return (
    <div className={classes.columns}>
      <div>
        <p className={classes.note} role="status">
          {words.pair(formatNumber(at + 1), formatNumber(pairs.length))}
        </p>
        <Queue
          pairs={pairs}
          at={at}
          go={go}
          chosen={stands && tab === "suggested" ? chosen : null}
          toggle={(id) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))}
        />
        {picked.length > 0 && (
          <div className={classes.actions}>
            <Button
              variant="default"
              size="xs"
              loading={decision.sending}
              onClick={() => decision.reject(picked, said.reason || rejectDefault)}
            >
              {words.rejectChosen(formatNumber(picked.length))}
            </Button>
          </div>
        )}
      </div>
      <article className={classes.pair} aria-label={words.pair(formatNumber(at + 1), formatNumber(pairs.length))}>
        <PairView key={pair.id} pair={pair} choice={choice} onChoose={stands && open ? setChoice : null} />
        {pair.link?.reason && <p className={classes.note}>{words.reasonLine(pair.link.reason)}</p>}
        {!past && (
          <DecisionForm pair={pair} choice={choice} setChoice={setChoice} said={said} setSaid={setSaid} decision={decision} />
        )}
        <div className={classes.actions}>
          <Button variant="subtle" size="compact-sm" disabled={at === 0} onClick={() => go(at - 1)}>
            {words.previous}
          </Button>
          <Button variant="subtle" size="compact-sm" disabled={at + 1 >= pairs.length} onClick={() => go(at + 1)}>
            {words.next}
          </Button>
          {stands && <span className={classes.note}>{words.keys}</span>}
        </div>
      </article>
    </div>
  );
}

// Whose pairs are shown alone, and the way back to all of them.
function OneRow({ subject }: { subject: string }) {
  const titleOf = useSubjectTitle([kindOf(subject)]);
  return (
    <p className={classes.note}>
      {words.oneRow(titleOf(subject))}{" "}
      <Link to="/links" search={(old) => ({ ...old, subject: undefined })}>
        {words.allRows}
      </Link>
    </p>
  );
}

export default function LinksPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  const tab = tabs.find((one) => one === search.state) ?? "suggested";
  const query = usePairs(tab, search);
  return (
    <Page title={words.title} note={words.intro} crumbs={<Link to="/contradictions">{t.contradictions.title}</Link>}>
      <div className={classes.head} data-no-print>
        <SegmentedControl
          size="xs"
          aria-label={words.shown}
          data={tabs.map((value) => ({ value, label: words.tabs[value] }))}
          value={tab}
          onChange={(state) => void navigate({ to: "/links", search: (old) => ({ ...old, state: state === "suggested" ? undefined : state }) })}
        />
      </div>
      <ListFilters
        search={search}
        programmes={directory.programmeIds()}
        kinds={kinds}
        {...(tab === "suggested" ? {} : { sheet: "links" })}
        sheetQuery={{ programme: search.programme, kind: search.kind, subject: search.subject, status: tab }}
        unexported={search.q ? t.tables.sifted : undefined}
      />
      {search.subject && <OneRow subject={search.subject} />}
      <QueryView query={query}>{(shown) => <Workbench key={tab} shown={shown} tab={tab} past={past} />}</QueryView>
    </Page>
  );
}
