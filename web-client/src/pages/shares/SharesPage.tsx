// Giao chỉ tiêu: what each agency that submits an indicator is to reach, year by year, by one document.

import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { seriesQuery, useOne } from "../../api/queries";
import type { Indicator, IndicatorSeries } from "../../api/types";
import { formatDay, parseDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { DocumentField } from "../../forms/DocumentField";
import type { DocumentValue } from "../../forms/spec";
import { GridMessages } from "../../grid/GridMessages";
import { SaveBar } from "../../grid/SaveBar";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { DateBox } from "../../ui/DateBox";
import { Page } from "../../ui/Page";
import { EmptyState, LoadingState, QueryView } from "../../ui/States";
import own from "../submissions/Submissions.module.css";
import { leftOver, rowsOf, yearsOf } from "./model";
import { namesOfAgency } from "./named-block";
import { ShareGrid } from "./ShareGrid";
import classes from "./Shares.module.css";
import { useShares, type Basis } from "./use-shares";

const route = getRouteApi("/indicators/$id/shares");
const words = t.shares;
const measured = ["higher", "lower", "rank"];

interface Typed {
  day: string;
  document: DocumentValue | null;
  reason: string;
}

// Null while the day or the document is missing.
function basisOf({ day, document, reason }: Typed): Basis | null {
  const from = parseDay(day);
  const later = document?.later ? parseDay(document.later) : null;
  const ref = document?.id ?? (later ? { later } : null);
  if (!from || !ref) return null;
  return { valid_from: from, document: ref, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
}

function BasisFields({ typed, asked, onChange }: { typed: Typed; asked: boolean; onChange: (typed: Typed) => void }) {
  const missing = (there: boolean) => (asked && !there ? t.common.required : undefined);
  return (
    <div className={classes.basis}>
      <DateBox
        label={words.validFrom}
        required
        value={typed.day}
        error={missing(parseDay(typed.day) !== null)}
        onChange={(day) => onChange({ ...typed, day })}
      />
      <DocumentField
        label={words.document}
        required
        value={typed.document}
        error={missing(typed.document !== null)}
        onChange={(document) => onChange({ ...typed, document })}
      />
      <TextInput label={words.reason} value={typed.reason} onChange={(event) => onChange({ ...typed, reason: event.currentTarget.value })} />
    </div>
  );
}

function useMayShare(indicator: Indicator): boolean {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  return !past && allowed.may("set-indicator-targets") && standsFor(indicator.programme, acting, allowed.posts, directory);
}

function Table({ indicator, series }: { indicator: Indicator; series: IndicatorSeries }) {
  const directory = useDirectory();
  const writable = useMayShare(indicator);
  const [typed, setTyped] = useState<Typed>({ day: formatDay(todayInVietnam()), document: null, reason: "" });
  const [asked, setAsked] = useState(false);
  const rows = useMemo(() => rowsOf(series, (id) => directory.name(id), (id) => directory.shortName(id)), [series, directory]);
  const years = useMemo(() => yearsOf(series, rows, Number(series.status_date.slice(0, 4))), [series, rows]);
  const direction = indicator.definition?.direction ?? "higher";
  const added = indicator.definition?.combine === "sum";
  const namesOf = useCallback((id: string) => namesOfAgency(directory.agencies.get(id)), [directory]);
  const state = useShares({ series, rows, years, direction, namesOf });
  const over = leftOver(series);
  const shared = rows.filter((row) => row.sequence > 0).length;
  const basis = basisOf(typed);
  const without = asked && basis === null ? words.missing : null;
  const save = () => {
    setAsked(basis === null);
    if (basis) void state.save(basis);
  };
  if (rows.length === 0) return <EmptyState title={words.nobody} text={words.nobodyText} />;
  return (
    <>
      <p className={own.note} role="status">
        {words.count(formatNumber(shared), formatNumber(rows.length))}
        {added ? "" : `. ${words.notAdded}`}
        {writable ? "" : `. ${words.only}`}
      </p>
      {over.length > 0 && <p className={own.note}>{words.leftOver(over.map((id) => directory.name(id)).join("; "))}</p>}
      {writable && <BasisFields typed={typed} asked={asked} onChange={setTyped} />}
      <GridMessages grid={state} edited={state.edited} labels={state.sheet.labels} message={without} />
      <ShareGrid series={series} rows={rows} years={years} added={added} state={state} writable={writable} />
      {writable && (
        <SaveBar grid={state} edited={state.edited} keys={words.keys} note={without ?? undefined}>
          <Button disabled={state.edited === 0} loading={state.busy} onClick={save}>
            {words.save(formatNumber(state.edited))}
          </Button>
        </SaveBar>
      )}
    </>
  );
}

function Shares({ indicator }: { indicator: Indicator }) {
  const series = useQuery({ ...seriesQuery(indicator.id, useViewTime()), enabled: !indicator.heading }).data;
  const counted = measured.includes(indicator.definition?.direction ?? "");
  return (
    <Page
      title={words.titleOf(indicator.name)}
      subject={`indicator/${indicator.id}`}
      note={words.intro}
      crumbs={
        <>
          <Link to="/indicators">{t.registers.indicators.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/indicators/$id" params={{ id: indicator.id }}>
            {indicator.name}
          </Link>
          <span aria-hidden="true">›</span>
          <span>{words.title}</span>
        </>
      }
    >
      {!counted && <EmptyState title={words.words} text={words.wordsText} />}
      {counted && !series && <LoadingState rows={5} />}
      {counted && series && <Table indicator={indicator} series={series} />}
    </Page>
  );
}

export default function SharesPage() {
  const { id } = route.useParams();
  const indicator = useOne("indicators", id);
  return <QueryView query={indicator}>{(shown) => <Shares key={shown.id} indicator={shown} />}</QueryView>;
}
