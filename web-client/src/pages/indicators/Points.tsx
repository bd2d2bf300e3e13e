// The table behind the chart: every figure that counts, of the whole and of each agency.

import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { IndicatorSeries, SeriesPoint } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { figureText, fractionText, type Measure } from "../../meaning/figures";
import { measureIn } from "../../meaning/measure-of";
import { periodEnd, periodName } from "../../meaning/period";
import { ResultBadge } from "../../ui/Badges";
import { DataTable, type Column } from "../../ui/DataTable";
import classes from "./Indicators.module.css";

const words = t.indicators;

interface Props {
  series: IndicatorSeries;
  agency: string | null; // whose; null: of the whole
  measure: Measure;
  restates: (point: SeriesPoint) => boolean;
  onRestate: (point: SeriesPoint) => void;
}

function useColumns({ series: { definitions }, measure, restates, onRestate }: Props): Column<SeriesPoint>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      { id: "period", header: words.period, width: 120, phoneLabel: false, sortBy: (row) => periodEnd(row.period), cell: (row) => periodName(row.period) },
      { id: "agency", header: words.agency, width: null, min: 110, cell: (row) => [row.agency ? "" : words.whole, directory.shortName(row.agency ?? row.speaker ?? "")].filter(Boolean).join(": ") },
      { id: "kind", header: words.kind, width: 116, cell: (row) => words.kinds[row.kind] },
      { id: "value", header: words.value, width: 96, right: true, sortBy: (row) => row.value, cell: (row) => figureText(row, measureIn(definitions, row.period, measure)) },
      { id: "fraction", header: words.fraction, width: 116, right: true, cell: fractionText },
      {
        id: "state",
        header: words.state,
        width: 136,
        cell: (row) => (
          <>
            {words.stages[row.stage]}
            {row.restated && <span className={classes.note}>, {words.restated}</span>}
            {row.due > 1 && !row.speaker && <div className={classes.note}>{words.reported(formatNumber(row.reported), formatNumber(row.due))}</div>}
            {row.result && <ResultBadge result={row.result} />}
            {restates(row) && (
              <Button size="compact-xs" variant="default" data-no-print="" onClick={() => onRestate(row)}>
                {t.submissions.entry.restate}
              </Button>
            )}
          </>
        ),
      },
    ],
    [directory, definitions, measure, restates, onRestate],
  );
}

// Of the whole also one's own that one may correct; where the whole has none, everybody's.
function shownPoints({ series, agency, restates }: Props): SeriesPoint[] {
  const own = series.points.filter((point) => point.agency === agency);
  const shown = agency === null && own.length === 0 ? series.points : [...own, ...(agency === null ? series.points.filter(restates) : [])];
  return [...shown].sort((left, right) => (periodEnd(left.period) < periodEnd(right.period) ? 1 : -1));
}

export function Points(props: Props) {
  const columns = useColumns(props);
  const rows = useMemo(() => shownPoints(props), [props.series, props.agency, props.restates]);
  if (rows.length === 0) return <p className={classes.note}>{words.noPoints}</p>;
  return <DataTable label={words.points} rows={rows} columns={columns} rowId={(row) => `${row.period} ${row.kind} ${row.agency ?? ""}`} height="360px" />;
}
