import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { BudgetLine } from "../../api/types";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import { shortPlace } from "../../meaning/place";
import { useAgencyText } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import type { Sums } from "./sums";

const words = t.registers.budget;
const isHeading = (row: BudgetLine): boolean => row.heading;

function yearCell(row: BudgetLine, year: string): string {
  const amount = row.need?.years[year];
  return amount === null || amount === undefined ? "" : formatMillions(amount);
}

export function LinesTable({ rows, sums }: { rows: readonly BudgetLine[]; sums: Sums }) {
  const agencyText = useAgencyText();
  const years = sums.years.map(([year]) => year).join(" ");
  const columns = useMemo<Column<BudgetLine>[]>(
    () => [
      { id: "place", header: t.board.columns.place, width: 92, cell: (row) => shortPlace(row.source) },
      {
        id: "name",
        header: words.line,
        width: null,
        min: 280,
        phoneLabel: false,
        sortBy: (row) => row.name,
        cell: (row) =>
          row.heading ? (
            row.name
          ) : (
            <Link to="/budget-lines/$id" params={{ id: row.id }}>
              {row.name}
            </Link>
          ),
      },
      {
        id: "lead",
        header: words.lead,
        width: 150,
        cell: (row) => agencyText(row.lead_agencies),
        sortBy: (row) => agencyText(row.lead_agencies),
      },
      {
        id: "total",
        header: words.need,
        width: 96,
        right: true,
        cell: (row) => (row.need ? formatMillions(row.need.total) : ""),
        sortBy: (row) => row.need?.total ?? null,
      },
      ...years
        .split(" ")
        .filter(Boolean)
        .map((year): Column<BudgetLine> => ({
          id: year,
          header: year,
          width: 88,
          right: true,
          cell: (row) => yearCell(row, year),
          sortBy: (row) => row.need?.years[year] ?? null,
        })),
      {
        id: "allocated",
        header: words.allocated,
        width: 84,
        right: true,
        cell: (row) => (row.heading ? "" : formatMillions(row.allocated)),
      },
      {
        id: "disbursed",
        header: words.disbursed,
        width: 84,
        right: true,
        cell: (row) => (row.heading ? "" : formatMillions(row.disbursed)),
      },
    ],
    [years, agencyText],
  );
  return <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.id} isGroup={isHeading} height="80dvh" />;
}
