import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { BudgetLine, MoneySums } from "../../api/types";
import { aboutMillions } from "../../format/number";
import { t } from "../../i18n";
import { shortPlace } from "../../meaning/place";
import { useAgencyText } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";

const words = t.registers.budget;
const isHeading = (row: BudgetLine): boolean => row.heading;

export interface LineMoney {
  sumsOf: (row: BudgetLine) => MoneySums | undefined;
  years: readonly string[]; // of the need; none where only a part of it is looked at
}

function amountColumn(id: string, header: string, width: number, of: (row: BudgetLine) => number | null | undefined): Column<BudgetLine> {
  const cell = (row: BudgetLine) => {
    const amount = row.heading ? null : of(row);
    return amount === null || amount === undefined ? "" : aboutMillions(amount);
  };
  return { id, header, width, right: true, cell, sortBy: (row) => of(row) ?? null };
}

export function LinesTable({ rows, money }: { rows: readonly BudgetLine[]; money: LineMoney }) {
  const agencyText = useAgencyText();
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
      amountColumn("total", words.need, 96, (row) => money.sumsOf(row)?.need),
      ...money.years.map((year) => amountColumn(year, year, 88, (row) => row.need?.years[year])),
      amountColumn("allocated", words.allocated, 84, (row) => money.sumsOf(row)?.allocated),
      amountColumn("disbursed", words.disbursed, 84, (row) => money.sumsOf(row)?.disbursed),
    ],
    [money, agencyText],
  );
  return <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.id} isGroup={isHeading} height="80dvh" />;
}
