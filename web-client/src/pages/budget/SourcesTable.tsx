// From which sources each year's need is met, as far as somebody has said so.

import { useMemo } from "react";
import type { BudgetLine } from "../../api/types";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import { fundingSources } from "../../meaning/money";
import { DataTable, type Column } from "../../ui/DataTable";
import { yearsMoney } from "./bars";

const words = t.money;

interface Row {
  id: string;
  label: string;
  amounts: ReadonlyMap<string, number>;
  strong: boolean;
}

function rowsOf(line: BudgetLine): Row[] {
  const years = yearsMoney([line], {});
  const source = (id: string): Row => ({
    id,
    label: t.fundingSource[id] ?? id,
    amounts: new Map(years.map((year) => [year.year, year.bySource.get(id) ?? 0])),
    strong: false,
  });
  const some = (row: Row) => [...row.amounts.values()].some((amount) => amount !== 0);
  const need = { id: "need", label: words.sums.need, amounts: new Map(years.map((year) => [year.year, year.need])), strong: true };
  const printed = line.printed_need?.years ?? {};
  const print = { id: "printed", label: words.line.printed, amounts: new Map(Object.entries(printed).map(([year, amount]) => [year, amount ?? 0])), strong: false };
  const differs = years.some((year) => (printed[year.year] ?? 0) !== year.need);
  const revised = { id: "revised", label: words.sums.revised, amounts: new Map((line.revised_need?.years ?? []).map((one) => [String(one.year), one.amount])), strong: false };
  const more = [...(differs && line.printed_need ? [print] : []), ...(line.revised_need ? [revised] : [])];
  return [...[...fundingSources, "undetermined"].map(source).filter(some), need, ...more];
}

const sumOf = (row: Row): number => [...row.amounts.values()].reduce((sum, amount) => sum + amount, 0);

export function SourcesTable({ line }: { line: BudgetLine }) {
  const rows = useMemo(() => rowsOf(line), [line]);
  const columns = useMemo<Column<Row>[]>(() => {
    const years = [...new Set(rows.flatMap((row) => [...row.amounts.keys()]))].sort();
    const shown = (row: Row, amount: number) => (row.strong ? <strong>{formatMillions(amount)}</strong> : formatMillions(amount));
    return [
      { id: "source", header: words.grid.row, width: null, min: 140, phoneLabel: false, cell: (row) => (row.strong ? <strong>{row.label}</strong> : row.label) },
      ...years.map((year): Column<Row> => ({ id: year, header: year, width: 86, right: true, cell: (row) => shown(row, row.amounts.get(year) ?? 0) })),
      { id: "sum", header: words.grid.sum, width: 96, right: true, cell: (row) => shown(row, sumOf(row)) },
    ];
  }, [rows]);
  return <DataTable label={words.line.sources} rows={rows} columns={columns} rowId={(row) => row.id} />;
}
