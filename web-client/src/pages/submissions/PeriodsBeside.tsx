// Several periods side by side: of each agency how much was approved of what was due, so that its habit is seen.

import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { SubmissionCompleteness } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { periodName } from "../../meaning/period";
import type { CompletenessSearch } from "../../router";
import { useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { EmptyState, ErrorState, LoadingState } from "../../ui/States";
import { besideText, periodsBefore, type Counted } from "./completeness";
import classes from "./FigureTable.module.css";
import { completenessQuery } from "./use-completeness";

const words = t.submissions.completeness;

interface Row {
  agency: string | null; // null: all together
  of: readonly (Counted | undefined)[]; // a period each
}

// Agencies in the order in which the newest period has them, then those that had something due before.
function rowsOf(read: readonly SubmissionCompleteness[]): Row[] {
  const agencies = [...new Set([...read].reverse().flatMap((one) => one.items.map((item) => item.agency)))];
  const row = (agency: string): Row => ({ agency, of: read.map((one) => one.items.find((item) => item.agency === agency)) });
  return [{ agency: null, of: read.map((one) => one.totals) }, ...agencies.map(row)];
}

function useColumns(periods: readonly string[], search: CompletenessSearch): Column<Row>[] {
  const directory = useDirectory();
  return useMemo(() => {
    const nameOf = (row: Row) => (row.agency ? directory.name(row.agency) : words.totals);
    const of = (period: string, index: number): Column<Row> => ({
      id: period,
      header: periodName(period),
      width: 150,
      right: true,
      sortBy: (row) => {
        const one = row.of[index];
        return one && one.due > 0 ? one.approved / one.due : null;
      },
      cell: (row) => {
        const text = besideText(row.of[index]);
        if (!row.of[index]?.due) return <span className={classes.dim}>{text}</span>;
        return (
          <Link to="/indicators/completeness" search={{ ...search, view: undefined, period }}>
            {text}
          </Link>
        );
      },
    });
    return [{ id: "agency", header: t.indicators.agency, width: null, min: 220, phoneLabel: false, sortBy: nameOf, cell: nameOf }, ...periods.map(of)];
  }, [directory, periods, search]);
}

export function PeriodsBeside({ period, search }: { period: string; search: CompletenessSearch }) {
  const time = useViewTime();
  const periods = useMemo(() => periodsBefore(period), [period]);
  const read = useQueries({ queries: periods.map((one) => completenessQuery(one, search.programme, time)) });
  const columns = useColumns(periods, search);
  const failed = read.find((one) => one.error);
  if (failed?.error) return <ErrorState error={failed.error} retry={() => read.forEach((one) => void one.refetch())} />;
  const found = read.flatMap((one) => one.data ?? []);
  if (found.length < periods.length) return <LoadingState />;
  const rows = rowsOf(found);
  if (rows.length === 1) return <EmptyState title={words.none} />;
  return (
    <>
      <p className={classes.dim}>{words.periodsNote}</p>
      <DataTable label={words.ofPeriods} rows={rows} columns={columns} rowId={(row) => row.agency ?? ""} isGroup={(row) => row.agency === null} height="calc(100dvh - 320px)" />
    </>
  );
}
