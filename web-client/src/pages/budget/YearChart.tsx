import { useMemo } from "react";
import type { BudgetLine } from "../../api/types";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import { DataTable, type Column } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { AmountBars } from "./AmountBars";
import { barsOf, yearsMoney, type BarFilter, type YearMoney } from "./bars";
import classes from "./Budget.module.css";

const words = t.money;

function columnsOf(sources: readonly string[]): Column<YearMoney>[] {
  const amount = (id: string, header: string, of: (year: YearMoney) => number): Column<YearMoney> => ({
    id,
    header,
    width: 150,
    right: true,
    cell: (year) => formatMillions(of(year)),
  });
  return [
    { id: "year", header: words.fields["year"] ?? "", width: null, min: 80, cell: ({ year }) => year },
    ...sources.map((source) => amount(source, t.fundingSource[source] ?? source, (year) => year.bySource.get(source) ?? 0)),
    amount("need", words.sums.need, (year) => year.need),
    amount("allocated", words.sums.allocated, (year) => year.allocated),
    amount("disbursed", words.sums.disbursed, (year) => year.disbursed),
  ];
}

// The bars, and the numbers behind them for whoever opens them.
export function YearChart({ lines, filter }: { lines: readonly BudgetLine[]; filter: BarFilter }) {
  const years = useMemo(() => yearsMoney(lines, filter), [lines, filter]);
  const bars = useMemo(() => barsOf(years), [years]);
  const names = useMemo(() => years.map(({ year }) => year), [years]);
  const sources = useMemo(() => [...new Set(years.flatMap(({ bySource }) => [...bySource.keys()]))], [years]);
  const columns = useMemo(() => columnsOf(sources), [sources]);
  if (years.length === 0) return null;
  return (
    <Section title={words.list.chart} note={t.registers.budget.unit}>
      <AmountBars label={words.list.chart} years={names} bars={bars} />
      <details className={classes.behind}>
        <summary>{words.list.tableBehind}</summary>
        <DataTable label={words.list.tableBehind} rows={years} columns={columns} rowId={({ year }) => year} />
      </details>
    </Section>
  );
}
