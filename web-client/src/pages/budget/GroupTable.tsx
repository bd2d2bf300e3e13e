// The same money by section, agency, year, source or component.

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { moneyQuery } from "../../api/money";
import type { MoneyRow, MoneySums } from "../../api/types";
import { aboutMillions, formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory, type Directory } from "../../meaning/directory";
import { useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { QueryView } from "../../ui/States";
import type { Group } from "./search";

const words = t.money;

function nameOf(group: Group, row: MoneyRow, directory: Directory): string {
  if (group === "agency") return directory.name(row.key);
  if (group === "section") return row.label || (row.key ? words.list.sectionName(row.key) : row.key);
  if (group === "funding-source") return t.fundingSource[row.key] ?? row.key;
  return row.label || row.key;
}

type SumName = "need" | "unassigned" | "allocated" | "disbursed" | "remaining" | "above_ceiling";
const shown: readonly (readonly [SumName, string])[] = [
  ["need", words.sums.need],
  ["unassigned", words.sums.unassigned],
  ["allocated", words.sums.allocated],
  ["disbursed", words.sums.disbursed],
  ["remaining", words.sums.remaining],
  ["above_ceiling", words.sums.above],
];

export function sumColumns<T>(of: (row: T) => MoneySums | undefined): Column<T>[] {
  return shown.map(([name, header]) => ({
    id: name,
    header,
    width: 116,
    right: true,
    sortBy: (row) => of(row)?.[name] ?? null,
    cell: (row) => {
      const amount = of(row)?.[name];
      return amount === undefined ? "" : aboutMillions(amount);
    },
  }));
}

export function GroupTable({ group, filter }: { group: Exclude<Group, "line">; filter: Record<string, string> }) {
  const time = useViewTime();
  const directory = useDirectory();
  const money = useQuery(moneyQuery({ ...filter, group }, time));
  const columns = useMemo<Column<MoneyRow>[]>(
    () => [
      {
        id: "name",
        header: words.list.groupHead[group] ?? "",
        width: null,
        min: 240,
        phoneLabel: false,
        sortBy: (row) => nameOf(group, row, directory),
        cell: (row) => nameOf(group, row, directory),
      },
      { id: "lines", header: t.registers.budget.line, width: 90, right: true, sortBy: (row) => row.lines, cell: (row) => formatNumber(row.lines) },
      ...sumColumns<MoneyRow>((row) => row),
    ],
    [group, directory],
  );
  return (
    <QueryView query={money}>
      {(found) => (
        <>
          {group === "agency" && <p style={{ marginBottom: 8 }}>{words.list.overlaps}</p>}
          <DataTable label={words.list.groups[group]} rows={found.rows} columns={columns} rowId={(row) => row.key} height="80dvh" />
        </>
      )}
    </QueryView>
  );
}
