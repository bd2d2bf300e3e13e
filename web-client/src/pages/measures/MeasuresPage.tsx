// Numbers in tasks' words, worked through one by one: taken as a measure, amended, rejected, each in one key.

import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Measure, MeasureSuggestions } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { boundText } from "../../meaning/measures";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyNames } from "../../ui/AgencyNames";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useKeys } from "../../ui/use-keys";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { MeasureForm } from "./MeasureForm";
import classes from "./Measures.module.css";
import { fieldText, rejecting, stepsOf, taking, textOf, type Step } from "./measure";
import { useDecide, useMeasures } from "./use-measures";

const route = getRouteApi("/indicators/measures");
const words = t.measures;

function Words({ step }: { step: Step }) {
  const { place, begin, end } = step.number;
  const text = textOf(step.row, place?.field ?? "title");
  return (
    <blockquote className={classes.words}>
      <span className={classes.note}>{fieldText(place?.field ?? "title")}: </span>
      {text.slice(0, begin)}
      <mark>{text.slice(begin, end)}</mark>
      {text.slice(end)}
    </blockquote>
  );
}

function useMayDecide(programme: string): boolean {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  return !past && allowed.may("set-measures") && standsFor(programme, acting, allowed.posts, directory);
}

function One({ step, go }: { step: Step; go: (by: number) => void }) {
  const { row, number } = step;
  const directory = useDirectory();
  const decide = useDecide(row);
  const [amending, setAmending] = useState(false);
  const may = useMayDecide(row.programme);
  const take = (measure: Measure) => void decide.send(taking(row, measure), words.accepted);
  const accept = () => (number.doubtful ? setAmending(true) : take(number));
  const reject = () => void decide.send(rejecting(row, number), words.rejected);
  useKeys({ ArrowDown: () => go(1), ArrowUp: () => go(-1), ...(may ? { "1": accept, "2": () => setAmending(true), "3": reject } : {}) });
  return (
    <article className={classes.card} aria-label={row.title}>
      <div className={classes.note}>
        {directory.programmeName(row.programme)}. <AgencyNames ids={row.lead_agencies} short />{" "}
        <Link to="/tasks/$id" params={{ id: row.id }}>
          {t.common.more}
        </Link>
      </div>
      <h2 className={classes.title}>{row.title}</h2>
      <Words step={step} />
      <p className={classes.proposal}>
        <strong>{boundText(number)}</strong> {number.what}
      </p>
      {number.doubtful && <p className={classes.note}>{words.doubtful}</p>}
      {!may && <p className={classes.note}>{words.only}</p>}
      {decide.message && (
        <p className={classes.message} role="alert">
          {decide.message}
        </p>
      )}
      {may && amending && <MeasureForm row={row} measure={number} sending={decide.sending} onSend={take} onCancel={() => setAmending(false)} />}
      {may && !amending && (
        <div className={classes.actions} role="group" aria-label={words.decide}>
          <Button loading={decide.sending} onClick={accept}>
            1. {words.accept}
          </Button>
          <Button variant="default" onClick={() => setAmending(true)}>
            2. {words.amend}
          </Button>
          <Button variant="default" loading={decide.sending} onClick={reject}>
            3. {words.reject}
          </Button>
        </div>
      )}
    </article>
  );
}

function Work({ found }: { found: MeasureSuggestions }) {
  const steps = stepsOf(found.items);
  const [position, setPosition] = useState(0);
  const at = Math.min(position, Math.max(steps.length - 1, 0));
  const step = steps[at];
  const go = (by: number) => setPosition(Math.max(0, Math.min(at + by, steps.length - 1)));
  const { measured, rejected, open } = found.counts;
  return (
    <>
      <p className={classes.note} role="status">
        {words.progress(formatNumber(measured), formatNumber(rejected), formatNumber(open))}
        {step && `. ${words.at(formatNumber(at + 1), formatNumber(steps.length))}`}
      </p>
      {step ? <One key={step.key} step={step} go={go} /> : <EmptyState title={words.none} text={words.noneText} />}
      {step && (
        <div className={classes.actions}>
          <Button variant="subtle" size="compact-sm" disabled={at === 0} onClick={() => go(-1)}>
            {words.previous}
          </Button>
          <Button variant="subtle" size="compact-sm" disabled={at + 1 >= steps.length} onClick={() => go(1)}>
            {words.next}
          </Button>
          <span className={classes.note}>{words.keys}</span>
        </div>
      )}
    </>
  );
}

export default function MeasuresPage() {
  const search = route.useSearch();
  const directory = useDirectory();
  const filter = { open: "true", ...(search.programme ? { programme: search.programme } : {}), ...(search.agency ? { agency: search.agency } : {}) };
  const found = useMeasures(filter);
  return (
    <Page title={words.title} note={words.intro}>
      <IndicatorNav />
      <ListFilters search={search} programmes={directory.programmeIds()} agencies withoutWords />
      <QueryView query={found}>{(list) => <Work found={list} />}</QueryView>
    </Page>
  );
}
