import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { BudgetLine } from "../../api/types";
import { formatMillions, formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound, useProgrammesOf } from "../../ui/use-found";
import classes from "./Budget.module.css";
import { LinesTable } from "./LinesTable";
import { PrintedTotals } from "./PrintedTotals";
import { sumsOf } from "./sums";
import { YearBars } from "./YearBars";

const route = getRouteApi("/budget-lines");
const words = t.registers.budget;
const wordsOf = (row: BudgetLine) => [row.name, row.lead_text, row.coordinating_text];

function Figure({ label, amount, of }: { label: string; amount: number; of?: number }) {
  return (
    <div className={classes.number}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>
        {formatMillions(amount)} <span className={classes.unit}>{t.common.million}</span>
      </div>
      {of !== undefined && of > 0 && (
        <div className={classes.note}>{words.ofNeed(formatPercent(Math.round((1000 * amount) / of) / 10))}</div>
      )}
    </div>
  );
}

function Budget({ all }: { all: readonly BudgetLine[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const chosen = useMemo(
    () =>
      all.filter(
        (row) =>
          (!search.programme || row.programme === search.programme) &&
          (!search.agency || directory.includes([...row.lead_agencies, ...row.coordinating_agencies], search.agency)),
      ),
    [all, search.programme, search.agency, directory],
  );
  const found = useFound(chosen, search.q, wordsOf);
  const filtered = Boolean(search.q ?? search.agency);
  const rows = useMemo(() => (filtered ? found.filter((row) => !row.heading) : found), [filtered, found]);
  const sums = useMemo(() => sumsOf(rows), [rows]);
  return (
    <Page title={words.title} note={`${words.lines(formatNumber(rows.filter((row) => !row.heading).length))}. ${words.unit}.`}>
      <ListFilters sheet="budget-lines" search={search} programmes={useProgrammesOf(all)} agencies />
      <div className={classes.numbers}>
        <Figure label={words.need} amount={sums.need} />
        <Figure label={words.allocated} amount={sums.allocated} of={sums.need} />
        <Figure label={words.disbursed} amount={sums.disbursed} of={sums.need} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <>
          <Section title={words.byYear}>
            <YearBars years={sums.years} />
          </Section>
          {!filtered && <PrintedTotals lines={rows} />}
          <LinesTable rows={rows} sums={sums} />
        </>
      )}
    </Page>
  );
}

export default function BudgetPage() {
  const lines = useList("budget-lines");
  return <QueryView query={lines}>{(list) => <Budget all={list.items} />}</QueryView>;
}
