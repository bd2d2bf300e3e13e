// One indicator: its series as a chart with the table behind it, how it stands, definition and targets with their versions, corrections.

import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { seriesQuery, useOne } from "../../api/queries";
import type { Indicator, IndicatorSeries, SeriesPoint } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { measureOf } from "../../meaning/measure-of";
import { citedPlace } from "../../meaning/place";
import { hasWholeCharge } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyNames } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { Quote } from "../../ui/Quote";
import { LoadingState, QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { Doubts } from "../task/Doubts";
import { Twins } from "../task/Twins";
import { Assessment } from "./Assessment";
import { Comparison } from "./Comparison";
import { Corrections } from "./Corrections";
import { Definitions, TargetSets } from "./Definitions";
import { FigureDialog } from "./FigureDialog";
import { InForce } from "./InForce";
import classes from "./Indicators.module.css";
import { Points } from "./Points";
import { Publications } from "./Publications";
import { SeriesChart } from "./SeriesChart";
import { Verbs } from "./Verbs";

const route = getRouteApi("/indicators/$id");
const words = t.registers.indicators;
const more = t.indicators;
type Target = Indicator["targets"][number];

// How it is compared, unless that stands in its words.
function partText({ text, comparator }: Target["parts"][number]): string {
  return comparator === "=" || /[≥≤<>]/.test(text) ? text : `${text} (${more.comparators[comparator]})`;
}

function TargetText({ target }: { target: Target }) {
  return (
    <>
      {target.text}
      {target.parts.length > 0 && (
        <ul className={classes.parts} aria-label={more.parts}>
          {target.parts.map((part) => (
            <li key={part.text}>{partText(part)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const targetColumns: Column<Target>[] = [
  { id: "year", header: words.year, width: 90, cell: (row) => String(row.year) },
  { id: "text", header: words.asPrinted, width: null, min: 160, cell: (row) => <TargetText target={row} /> },
  { id: "comparator", header: more.comparison, width: 180, cell: (row) => more.comparators[row.comparator] },
];

// Own figures that are verified can be corrected by the head.
function useRestates(): (point: SeriesPoint) => boolean {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const directory = useDirectory();
  const may = !past && allowed.may("restate-submission") && hasWholeCharge(allowed.posts);
  const answersFor = useMemo(() => new Set(acting ? [acting, ...directory.sponsoredBy(acting)] : []), [acting, directory]);
  return useCallback((point) => may && point.stage === "verified" && point.agency !== null && answersFor.has(point.agency) && point.submission !== null, [may, answersFor]);
}

function SharedFrom({ id }: { id: string }) {
  return (
    <Link to="/indicators/$id" params={{ id }}>
      {more.shared}
    </Link>
  );
}

function Series({ indicator, series }: { indicator: Indicator; series: IndicatorSeries }) {
  const directory = useDirectory();
  const [agency, setAgency] = useState<string | null>(null);
  const [restated, setRestated] = useState<SeriesPoint | null>(null);
  const restates = useRestates();
  const agencies = [...new Set(series.points.flatMap((point) => (point.agency ? [point.agency] : [])))];
  const measure = useMemo(() => measureOf(indicator), [indicator]);
  const combine = indicator.definition?.combine ?? "single";
  return (
    <Section title={more.chart} note={series.shared_from && <SharedFrom id={series.shared_from} />}>
      {agencies.length > 0 && (
        <NativeSelect
          className={classes.choice}
          label={more.chartOf}
          data={[{ value: "", label: more.whole }, ...agencies.map((id) => ({ value: id, label: directory.name(id) }))]}
          value={agency ?? ""}
          onChange={(event) => setAgency(event.currentTarget.value || null)}
          data-no-print=""
        />
      )}
      <SeriesChart series={series} agency={agency} unit={measure.unit} />
      {series.breaks.map((one) => (
        <p key={one.from} className={classes.note}>
          {more.breakFrom(String(one.from), one.text)}
        </p>
      ))}
      <h3 className={classes.head}>{more.targets}</h3>
      <DataTable label={more.targets} rows={series.targets} columns={targetColumns} rowId={(row) => `${row.year} ${row.text}`} />
      <h3 className={classes.head}>{more.points}</h3>
      <Points series={series} agency={agency} measure={measure} restates={restates} onRestate={setRestated} />
      {restated?.submission && (
        <FigureDialog
          id="restate-submission"
          submission={restated.submission}
          kind={restated.kind}
          measure={{ direction: measure.direction, combine }}
          onClose={() => setRestated(null)}
        />
      )}
    </Section>
  );
}

function InDocument({ indicator }: { indicator: Indicator }) {
  return (
    <Section title={t.task.document}>
      <Quote
        rows={[
          { label: words.name, text: indicator.name },
          ...(indicator.unit ? [{ label: words.unit, text: indicator.unit }] : []),
          ...(indicator.tracking_text ? [{ label: words.tracking, text: indicator.tracking_text }] : []),
          ...(indicator.implementing_text ? [{ label: words.implementing, text: indicator.implementing_text }] : []),
        ]}
        place={citedPlace(indicator.source)}
      />
      <Facts
        rows={[
          [words.tracking, <AgencyNames key="tracking" ids={indicator.tracking_agencies} />],
          [words.implementing, indicator.implementing_agencies.length > 0 && <AgencyNames key="implementing" ids={indicator.implementing_agencies} />],
          [words.note, indicator.note],
        ]}
      />
    </Section>
  );
}

function IndicatorView({ indicator }: { indicator: Indicator }) {
  const directory = useDirectory();
  const series = useQuery({ ...seriesQuery(indicator.id, useViewTime()), enabled: !indicator.heading }).data;
  return (
    <Page
      title={indicator.name}
      subject={`indicator/${indicator.id}`}
      crumbs={
        <>
          <Link to="/indicators">{words.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/programmes/$id" params={{ id: indicator.programme }}>
            {directory.programmeName(indicator.programme)}
          </Link>
          <span aria-hidden="true">›</span>
          <span>{citedPlace(indicator.source)}</span>
        </>
      }
      actions={series && <Verbs indicator={indicator} series={series} />}
    >
      <TwoColumns
        main={
          <>
            {!series && !indicator.heading && <LoadingState rows={5} />}
            {series && !indicator.heading && (
              <>
                <Assessment series={series} measure={measureOf(indicator)} />
                <Series indicator={indicator} series={series} />
                <Publications indicator={indicator} series={series} measure={measureOf(indicator)} />
                <Comparison indicator={indicator} series={series} measure={measureOf(indicator)} />
                <Corrections series={series} measure={measureOf(indicator)} />
                <Definitions series={series} />
                <TargetSets series={series} />
              </>
            )}
            <InForce indicator={indicator} />
            <Twins of={indicator} title={t.links.ofIndicator} note={t.links.ofIndicatorNote} />
            <InDocument indicator={indicator} />
            <Doubts subject={`indicator/${indicator.id}`} />
          </>
        }
        side={<ActivityPanel collection="indicators" id={indicator.id} />}
      />
    </Page>
  );
}

export default function IndicatorPage() {
  const { id } = route.useParams();
  const indicator = useOne("indicators", id);
  return <QueryView query={indicator}>{(shown) => <IndicatorView indicator={shown} />}</QueryView>;
}
