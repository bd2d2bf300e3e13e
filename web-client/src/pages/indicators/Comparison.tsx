// Period by period: what the agencies say, what statistics says, and how far apart they are.

import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { FigureComparison, Indicator, IndicatorSeries, OfficialFigure } from "../../api/types";
import { formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import type { CommandSpec } from "../../forms/spec";
import { officialFigureSpec } from "../../forms/specs/officials";
import { t } from "../../i18n";
import { useDirectory, type Directory } from "../../meaning/directory";
import { valueText, type Measure } from "../../meaning/figures";
import { periodName, periodWithin } from "../../meaning/period";
import { documentRefText } from "../../meaning/values";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { useDocumentNames } from "../../ui/use-names";
import classes from "./Indicators.module.css";

const words = t.officials;
type OnVerb = (row: FigureComparison, withdrawing: boolean) => void;

function Statistics({ row, measure, onVerb }: { row: FigureComparison; measure: Measure; onVerb: OnVerb | null }) {
  const nameOf = useDocumentNames();
  const said = row.statistics;
  if (!said) return null;
  const period = periodWithin(row.period);
  return (
    <>
      <b>{valueText(said.value, measure)}</b>
      <div className={classes.note}>{documentRefText(said.document, nameOf)}</div>
      {onVerb && (
        <div data-no-print="">
          <Button size="compact-xs" variant="default" aria-label={`${words.change}, ${period}`} onClick={() => onVerb(row, false)}>
            {words.change}
          </Button>{" "}
          <Button size="compact-xs" variant="default" aria-label={words.withdrawOf(period)} onClick={() => onVerb(row, true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
    </>
  );
}

function Difference({ row }: { row: FigureComparison }) {
  if (row.difference === null) return null;
  return (
    <>
      {row.difference > 0 && "+"}
      {formatNumber(row.difference)}
      <div className={classes.note}>{row.against && words.against[row.against]}</div>
      {row.differs && <span className={classes.tag}>{words.differs}</span>}
    </>
  );
}

function columnsOf(measure: Measure, directory: Directory, onVerb: OnVerb | null): Column<FigureComparison>[] {
  const own = (kind: "estimate" | "actual" | "official"): Column<FigureComparison> => {
    return { id: kind, header: words[kind], width: 110, right: true, cell: (row) => valueText(row[kind]?.value, measure) };
  };
  return [
    { id: "period", header: words.period, width: 110, phoneLabel: false, cell: (row) => periodName(row.period) },
    { id: "of", header: words.of, width: null, min: 120, cell: (row) => (row.agency ? directory.name(row.agency) : words.whole) },
    own("estimate"),
    own("actual"),
    own("official"),
    { id: "statistics", header: words.statistics, width: 170, right: true, cell: (row) => <Statistics row={row} measure={measure} onVerb={onVerb} /> },
    { id: "difference", header: words.difference, width: 140, right: true, cell: (row) => <Difference row={row} /> },
  ];
}

// What was replaced or withdrawn stays readable, with its reason.
function Earlier({ figures, measure }: { figures: readonly OfficialFigure[]; measure: Measure }) {
  const directory = useDirectory();
  if (figures.length === 0) return null;
  return (
    <details>
      <summary>{words.earlier(formatNumber(figures.length))}</summary>
      <ul className={classes.list}>
        {figures.toReversed().map((one) => (
          <li key={one.sequence}>
            {words.said(periodName(one.period), one.value === null ? words.withdrawn : valueText(one.value, measure))}
            {one.agency && `, ${directory.name(one.agency)}`}, {formatMoment(one.time)}{" "}
            {one.value !== null && <span className={classes.tag}>{words.replaced}</span>}
            {one.reason && <div className={classes.note}>{one.reason}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Comparison({ indicator, series, measure }: { indicator: Indicator; series: IndicatorSeries; measure: Measure }) {
  const [spec, setSpec] = useState<CommandSpec | null>(null);
  const directory = useDirectory();
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const may = !past && series.shared_from === null && allowed.may("set-official-figure");
  const rows = useMemo(() => series.comparison.toReversed(), [series.comparison]);
  const columns = useMemo(() => {
    const onVerb: OnVerb = (row, withdrawing) =>
      setSpec(officialFigureSpec(indicator, { periods: [row.period], agency: row.agency, stands: row.statistics, withdrawing }));
    return columnsOf(measure, directory, may ? onVerb : null);
  }, [measure, directory, may, indicator]);
  if (series.official_figures.length === 0) return null;
  return (
    <Section title={words.title}>
      {rows.length > 0 && <DataTable label={words.table} rows={rows} columns={columns} rowId={(row) => `${row.period} ${row.agency ?? ""}`} />}
      <Earlier figures={series.official_figures.filter((one) => !one.standing)} measure={measure} />
      {spec && <CommandDialog key={spec.subject} spec={spec} onClose={() => setSpec(null)} />}
    </Section>
  );
}
