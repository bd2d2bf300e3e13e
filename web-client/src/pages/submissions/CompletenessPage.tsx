// How complete a period is: for each agency what it has to report and how far that is.

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { get } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { AgencyCompleteness, SubmissionCompleteness } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { PeriodChoice, usePeriod } from "./PeriodChoice";
import classes from "./Submissions.module.css";

const route = getRouteApi("/indicators/completeness");
const words = t.submissions.completeness;
const counts = ["entered", "approved", "verified", "returned", "missing", "copied", "round"] as const;

interface Row extends Omit<AgencyCompleteness, "agency"> {
  agency: string | null; // null: all together
}

const isTotal = (row: Row): boolean => row.agency === null;

function useColumns(): readonly Column<Row>[] {
  const directory = useDirectory();
  return useMemo(() => {
    const nameOf = (row: Row) => (row.agency ? directory.name(row.agency) : words.totals);
    return [
      {
        id: "agency",
        header: t.indicators.agency,
        width: null,
        min: 220,
        phoneLabel: false,
        sortBy: nameOf,
        cell: (row: Row) =>
          row.agency ? (
            <Link to="/agencies/$id" params={{ id: row.agency }}>
              {nameOf(row)}
            </Link>
          ) : (
            nameOf(row)
          ),
      },
      { id: "due", header: words.due, width: 96, right: true, sortBy: (row: Row) => row.due, cell: (row: Row) => formatNumber(row.due) },
      ...counts.map((name) => ({
        id: name,
        header: words[name],
        width: 112,
        right: true,
        sortBy: (row: Row) => row[name],
        cell: (row: Row) => formatNumber(row[name]),
      })),
    ];
  }, [directory]);
}

function Table({ read }: { read: SubmissionCompleteness }) {
  const columns = useColumns();
  const rows = useMemo<Row[]>(() => [{ agency: null, ...read.totals }, ...read.items], [read]);
  if (read.items.length === 0) return <EmptyState title={words.none} />;
  return <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.agency ?? ""} isGroup={isTotal} height="calc(100dvh - 280px)" />;
}

export default function CompletenessPage() {
  const search = route.useSearch();
  const period = usePeriod(search);
  const time = useViewTime();
  const read = useQuery({
    queryKey: ["list", "submissions", "completeness", period, search.programme ?? "", timeKey(time)],
    queryFn: ({ signal }) => get<SubmissionCompleteness>("/submission-completeness", { period, programme: search.programme, ...time }, signal),
  });
  return (
    <Page title={words.title} note={words.intro}>
      <IndicatorNav />
      <div className={classes.tools} data-no-print="">
        <PeriodChoice search={search} />
        <ExportButton path="/submissions.xlsx" query={{ period, programme: search.programme }} label={words.exportFigures} />
      </div>
      <QueryView query={read}>{(shown) => <Table read={shown} />}</QueryView>
    </Page>
  );
}
