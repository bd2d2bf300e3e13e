// Period by period: by when the result is to be published, whether it was, where it can be read, and whether it still is the figure.

import { Button } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import type { Indicator, IndicatorSeries, PeriodPublication, PublicationRecord } from "../../api/types";
import { formatDay, formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import type { CommandSpec } from "../../forms/spec";
import { publicationSpec, type PublicationVerb } from "../../forms/specs/publications";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { valueText, type Measure } from "../../meaning/figures";
import { periodName, periodWithin } from "../../meaning/period";
import { standsFor } from "../../meaning/relations";
import { documentRefText } from "../../meaning/values";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyNames } from "../../ui/AgencyNames";
import { PublicationBadge } from "../../ui/Badges";
import { DataTable, type Column } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { useDocumentNames } from "../../ui/use-names";
import classes from "./Indicators.module.css";

const words = t.publications;

type Offered = (row: PeriodPublication) => boolean;
type OnVerb = (verb: PublicationVerb, row: PeriodPublication) => void;

// Who may record of a period that it was published.
function useOffered(indicator: Indicator, series: IndicatorSeries): Offered {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  const may = !past && acting !== null && series.shared_from === null && allowed.may("record-publication");
  const governs = may && (allowed.has("statistics") || standsFor(indicator.programme, acting, allowed.posts, directory));
  return useCallback((row) => may && (governs || row.publishers.includes(acting ?? "")), [may, governs, acting]);
}

function Where({ record }: { record: PublicationRecord }) {
  const nameOf = useDocumentNames();
  return (
    <>
      {documentRefText(record.document, nameOf)}
      {record.address && (
        <div>
          <a href={record.address} target="_blank" rel="noopener noreferrer" title={record.address}>
            {words.open} ({words.opens})
          </a>
        </div>
      )}
    </>
  );
}

function Value({ row, measure }: { row: PeriodPublication; measure: Measure }) {
  return (
    <>
      {valueText(row.record?.value, measure)}
      {row.differs && <div className={classes.note}>{words.differs(valueText(row.figure, measure))}</div>}
      {row.without_figure && <div className={classes.note}>{words.withoutFigure}</div>}
    </>
  );
}

function Buttons({ row, onVerb }: { row: PeriodPublication; onVerb: OnVerb }) {
  const button = (verb: PublicationVerb, text: string, name: string) => (
    <Button size="compact-xs" variant="default" data-no-print="" aria-label={name} onClick={() => onVerb(verb, row)}>
      {text}
    </Button>
  );
  const period = periodWithin(row.period);
  if (!row.record) return button("record-publication", words.record, words.recordOf(period));
  return (
    <>
      {button("record-publication", words.recordAgain, `${words.recordAgain}, ${period}`)}{" "}
      {button("take-back-publication", words.takeBack, words.takeBackOf(period))}
    </>
  );
}

function columnsOf(measure: Measure, offered: Offered, onVerb: OnVerb): Column<PeriodPublication>[] {
  return [
    { id: "period", header: words.period, width: 110, phoneLabel: false, cell: (row) => periodName(row.period) },
    {
      id: "due",
      header: words.due,
      width: 130,
      cell: (row) =>
        row.due ? (
          <>
            {formatDay(row.due)}
            <div className={classes.note}>
              <AgencyNames ids={row.publishers} short />
            </div>
          </>
        ) : (
          words.noDuty
        ),
    },
    {
      id: "state",
      header: words.state,
      width: 160,
      cell: (row) => (
        <>
          <PublicationBadge state={row.state} />
          {offered(row) && (
            <div>
              <Buttons row={row} onVerb={onVerb} />
            </div>
          )}
        </>
      ),
    },
    { id: "on", header: words.on, width: 110, nowrap: true, cell: (row) => row.record && formatDay(row.record.published_on) },
    { id: "by", header: words.by, width: null, min: 150, cell: (row) => row.record && <Where record={row.record} /> },
    { id: "value", header: words.value, width: 130, right: true, cell: (row) => <Value row={row} measure={measure} /> },
  ];
}

// What was replaced or taken back stays readable, with its reason.
function Earlier({ records, measure }: { records: readonly PublicationRecord[]; measure: Measure }) {
  const nameOf = useDocumentNames();
  if (records.length === 0) return null;
  return (
    <details>
      <summary>{words.earlier(formatNumber(records.length))}</summary>
      <ul className={classes.list}>
        {[...records].reverse().map((record) => (
          <li key={record.sequence}>
            {words.said(periodName(record.period), formatDay(record.published_on))}, {documentRefText(record.document, nameOf)}
            {record.value !== null && `, ${valueText(record.value, measure)}`}{" "}
            <span className={classes.tag}>{record.taken_back ? words.takenBack(formatMoment(record.taken_back.time)) : words.replaced}</span>
            {[record.reason, record.taken_back?.reason].filter(Boolean).map((reason) => (
              <div key={reason} className={classes.note}>
                {reason}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Publications({ indicator, series, measure }: { indicator: Indicator; series: IndicatorSeries; measure: Measure }) {
  const [spec, setSpec] = useState<CommandSpec | null>(null);
  const offered = useOffered(indicator, series);
  const columns = useMemo(() => {
    const onVerb: OnVerb = (verb, row) => setSpec(publicationSpec(verb, indicator, [row.period], row.record ?? undefined));
    return columnsOf(measure, offered, onVerb);
  }, [measure, offered, indicator]);
  if (series.publications.length === 0 && series.publication_records.length === 0) return null;
  return (
    <Section title={words.title}>
      {series.publications.length > 0 && <DataTable label={words.table} rows={series.publications} columns={columns} rowId={(row) => row.period} />}
      <Earlier records={series.publication_records.filter((record) => !record.standing)} measure={measure} />
      {spec && <CommandDialog key={spec.subject} spec={spec} onClose={() => setSpec(null)} />}
    </Section>
  );
}
