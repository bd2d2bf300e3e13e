// How complete a period is: for each agency what it has to report and how far that is; each number opens what it counts.

import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { SubmissionCompleteness } from "../../api/types";
import { formatDay } from "../../format/date";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { periodEnd } from "../../meaning/period";
import type { CompletenessSearch } from "../../router";
import { useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { countOf, counts, countText, numberOf, type Count, type Counted } from "./completeness";
import figures from "./FigureTable.module.css";
import { OpenedCount } from "./OpenedCount";
import { PeriodChoice, usePeriod } from "./PeriodChoice";
import { PeriodsBeside } from "./PeriodsBeside";
import classes from "./Submissions.module.css";
import { completenessQuery } from "./use-completeness";

const route = getRouteApi("/indicators/completeness");
const words = t.submissions.completeness;
const widths: Record<Count, number> = { due: 84, entered: 104, approved: 104, verified: 104, absent: 88, returned: 84, missing: 92, copied: 92, round: 92 };

interface Row extends Counted {
  agency: string | null; // null: all together
}

const isTotal = (row: Row): boolean => row.agency === null;

function CountCell({ row, count, search }: { row: Row; count: Count; search: CompletenessSearch }) {
  const directory = useDirectory();
  const text = countText(row, count);
  if (!row.agency || numberOf(row, count) === 0) return text;
  return (
    <Link
      to="/indicators/completeness"
      search={{ ...search, agency: row.agency, count }}
      replace
      resetScroll={false}
      aria-label={words.see(words[count], text, directory.name(row.agency))}
    >
      {text}
    </Link>
  );
}

function useColumns(search: CompletenessSearch): readonly Column<Row>[] {
  const directory = useDirectory();
  return useMemo(() => {
    const nameOf = (row: Row) => (row.agency ? directory.name(row.agency) : words.totals);
    const agency: Column<Row> = {
      id: "agency",
      header: t.indicators.agency,
      width: null,
      min: 190,
      phoneLabel: false,
      sortBy: nameOf,
      cell: (row) =>
        row.agency ? (
          <Link to="/agencies/$id" params={{ id: row.agency }}>
            {nameOf(row)}
          </Link>
        ) : (
          nameOf(row)
        ),
    };
    const of = (count: Count): Column<Row> => ({
      id: count,
      header: words[count],
      width: widths[count],
      right: true,
      sortBy: (row) => numberOf(row, count),
      cell: (row) => <CountCell row={row} count={count} search={search} />,
    });
    return [agency, ...counts.map(of)];
  }, [directory, search]);
}

// Whether its reporting is late nobody has laid down; that the period is over is known.
function Ends({ period, day }: { period: string; day: string }) {
  const end = periodEnd(period);
  return <p className={figures.dim}>{end < day ? words.over(formatDay(end)) : words.running(formatDay(end))}</p>;
}

function Table({ read, search }: { read: SubmissionCompleteness; search: CompletenessSearch }) {
  const columns = useColumns(search);
  const rows = useMemo<Row[]>(() => [{ agency: null, ...read.totals }, ...read.items], [read]);
  if (read.items.length === 0) return <EmptyState title={words.none} />;
  return (
    <>
      <Ends period={read.period} day={read.status_date} />
      <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.agency ?? ""} isGroup={isTotal} height="calc(100dvh - 320px)" />
    </>
  );
}

function OfPeriod({ period, search }: { period: string; search: CompletenessSearch }) {
  const navigate = route.useNavigate();
  const read = useQuery(completenessQuery(period, search.programme, useViewTime()));
  const count = countOf(search.count);
  const close = () => void navigate({ search: (old) => ({ ...old, agency: undefined, count: undefined }), replace: true, resetScroll: false });
  return (
    <>
      <QueryView query={read}>{(shown) => <Table read={shown} search={search} />}</QueryView>
      {search.agency && count && <OpenedCount agency={search.agency} period={period} programme={search.programme} count={count} onClose={close} />}
    </>
  );
}

export default function CompletenessPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = usePeriod(search);
  const view = search.view ?? "period";
  const choose = (next: string) => void navigate({ search: (old) => ({ ...old, view: next === "periods" ? "periods" : undefined }), replace: true });
  return (
    <Page title={words.title} note={words.intro}>
      <IndicatorNav />
      <div className={classes.tools} data-no-print="">
        <PeriodChoice search={search} />
        <SegmentedControl
          aria-label={words.view}
          value={view}
          onChange={choose}
          data={[
            { value: "period", label: words.ofPeriod },
            { value: "periods", label: words.ofPeriods },
          ]}
        />
        <ExportButton path="/submissions.xlsx" query={{ period, programme: search.programme }} label={words.exportFigures} />
      </div>
      {view === "periods" ? <PeriodsBeside period={period} search={search} /> : <OfPeriod period={period} search={search} />}
    </Page>
  );
}
