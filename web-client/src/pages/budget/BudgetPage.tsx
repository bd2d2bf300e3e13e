import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { moneyQuery } from "../../api/money";
import { useList } from "../../api/queries";
import type { BudgetLine, Money } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { ExportButton } from "../../ui/ExportButton";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import classes from "./Budget.module.css";
import { Figures, MoreSums } from "./Figures";
import { GroupTable } from "./GroupTable";
import { LinesTable, type LineMoney } from "./LinesTable";
import { MoneyFilters } from "./MoneyFilters";
import { MoneyNav } from "./MoneyNav";
import { NeedRounds } from "./NeedRounds";
import { PrintedTotals } from "./PrintedTotals";
import { groups, moneyFilter, type Group } from "./search";
import { addSums, hasMoney } from "./sums";
import { YearChart } from "./YearChart";

const route = getRouteApi("/budget-lines");
const words = t.registers.budget;
const wordsOf = (row: BudgetLine) => [row.name, row.lead_text, row.coordinating_text];

// The lines that the filters let through, with their money; headings stand only in the whole list.
function useShown(all: readonly BudgetLine[], money: Money) {
  const { q, programme, ...rest } = route.useSearch();
  const filtered = Boolean(q ?? rest.agency ?? rest.section ?? rest.year ?? rest.source);
  const byLine = useMemo(() => new Map(money.rows.map((row) => [row.key, row])), [money.rows]);
  const passed = useMemo(() => {
    const part = Boolean(rest.year ?? rest.source);
    return all.filter((line) => {
      if (line.heading) return !filtered && (!programme || line.programme === programme);
      const sums = byLine.get(line.id);
      return sums !== undefined && (!part || hasMoney(sums));
    });
  }, [all, byLine, filtered, programme, rest.year, rest.source]);
  const rows = useFound(passed, q, wordsOf);
  const sums = useMemo(() => {
    if (!q) return money.sums;
    return addSums(rows.flatMap((row) => byLine.get(row.id) ?? []));
  }, [q, money.sums, rows, byLine]);
  return { rows, sums, byLine, filtered };
}

function useLineMoney(rows: readonly BudgetLine[], byLine: ReadonlyMap<string, Money["rows"][number]>, part: boolean): LineMoney {
  const years = [...new Set(part ? [] : rows.flatMap((row) => Object.keys(row.need?.years ?? {})))].sort().join(" ");
  return useMemo(() => ({ sumsOf: (row) => byLine.get(row.id), years: years.split(" ").filter(Boolean) }), [byLine, years]);
}

function Groups({ group, filter }: { group: Group; filter: Record<string, string> }) {
  const navigate = route.useNavigate();
  return (
    <div className={classes.groups} data-no-print="">
      <SegmentedControl
        size="xs"
        aria-label={t.money.list.group}
        data={groups.map((value) => ({ value, label: t.money.list.groups[value] }))}
        value={group}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, group: next === "line" ? undefined : (next as Group) }), replace: true })}
      />
      {group !== "line" && <ExportButton path="/money.xlsx" query={{ ...filter, group }} label={t.tables.exportOf(t.money.list.groups[group])} />}
    </div>
  );
}

function Budget({ all, money }: { all: readonly BudgetLine[]; money: Money }) {
  const search = route.useSearch();
  const { rows, sums, byLine, filtered } = useShown(all, money);
  const { year, source } = search;
  const barFilter = useMemo(() => ({ year, source }), [year, source]);
  const lineMoney = useLineMoney(rows, byLine, Boolean(year ?? source));
  const lines = rows.filter((row) => !row.heading);
  const programme = search.programme ?? (new Set(lines.map((line) => line.programme)).size === 1 ? lines[0]?.programme : undefined);
  const group = search.group ?? "line";
  return (
    <Page title={words.title} note={`${words.lines(formatNumber(lines.length))}. ${words.unit}.`}>
      <MoneyNav />
      <MoneyFilters lines={all} search={search} />
      <Figures sums={sums} />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <>
          <MoreSums sums={sums} />
          <YearChart lines={lines} filter={barFilter} />
          {!filtered && <PrintedTotals lines={rows} />}
          {programme && !filtered && <NeedRounds programme={programme} />}
          <Groups group={group} filter={moneyFilter(search)} />
          {group === "line" ? <LinesTable rows={rows} money={lineMoney} /> : <GroupTable group={group} filter={moneyFilter(search)} />}
        </>
      )}
    </Page>
  );
}

export default function BudgetPage() {
  const search = route.useSearch();
  const time = useViewTime();
  const lines = useList("budget-lines");
  const money = useQuery(moneyQuery({ ...moneyFilter(search), group: "line" }, time));
  return <QueryView query={lines}>{(list) => <QueryView query={money}>{(found) => <Budget all={list.items} money={found} />}</QueryView>}</QueryView>;
}
