// Reconciling: sums against the paper, payments against allocations, and treasury rows that nobody has placed yet.

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { reconciliationQuery } from "../../api/money";
import type { MoneyDifference, WaitingRow } from "../../api/types";
import { formatDay, formatMoment } from "../../format/date";
import { formatMillions, formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import classes from "./Budget.module.css";
import { MoneyNav } from "./MoneyNav";
import { ProgrammePicker } from "./ProgrammePicker";
import { ReconciledSums } from "./ReconciledSums";

const route = getRouteApi("/budget/reconciliation");
const words = t.money.reconciliation;

function moneyColumn(id: "allocated" | "disbursed" | "difference", header: string): Column<MoneyDifference> {
  return { id, header, width: 130, right: true, sortBy: (row) => row[id], cell: (row) => formatMillions(row[id]) };
}

const differenceColumns: Column<MoneyDifference>[] = [
  {
    id: "line",
    header: t.registers.budget.line,
    width: null,
    min: 240,
    phoneLabel: false,
    cell: (row) => (
      <Link to="/budget-lines/$id" params={{ id: row.line }}>
        {row.line_name}
      </Link>
    ),
  },
  { id: "component", header: t.money.fields["component"] ?? "", width: 200, cell: (row) => row.component_name },
  { id: "where", header: t.money.ledger.where, width: 140, cell: (row) => `${row.budget_year}, ${t.fundingSource[row.funding_source] ?? row.funding_source}` },
  moneyColumn("allocated", t.money.sums.allocated),
  moneyColumn("disbursed", t.money.sums.disbursed),
  moneyColumn("difference", words.difference),
  { id: "owner", header: words.owner, width: 160, cell: (row) => (row.owner ? <AgencyLink id={row.owner} /> : "") },
];

const waitingColumns: Column<WaitingRow>[] = [
  { id: "text", header: t.treasury.text, width: null, min: 220, phoneLabel: false, cell: ({ row }) => [row.code, row.text].filter(Boolean).join(". ") },
  { id: "day", header: t.treasury.paidOn, width: 92, nowrap: true, cell: ({ row }) => (row.paid_on ? formatDay(row.paid_on) : "") },
  { id: "voucher", header: t.treasury.voucher, width: 110, cell: ({ row }) => row.voucher ?? "" },
  { id: "amount", header: t.treasury.amount, width: 140, right: true, cell: ({ row }) => (row.amount === null ? "" : formatNumber(row.amount)) },
  { id: "owner", header: words.owner, width: 170, cell: ({ owner }) => (owner ? <AgencyLink id={owner} /> : "") },
  { id: "since", header: words.since, width: 130, cell: ({ since }) => formatMoment(since) },
  {
    id: "settle",
    header: words.settle,
    width: 90,
    cell: ({ extract }) => (
      <Link to="/budget/extracts/$id" params={{ id: extract }}>
        {words.settle}
      </Link>
    ),
  },
];

function Found({ programme }: { programme: string }) {
  const time = useViewTime();
  const found = useQuery(reconciliationQuery(programme, time));
  return (
    <QueryView query={found}>
      {({ sums, differences, waiting }) => (
        <>
          <Section title={`${words.differences} (${formatNumber(differences.length)})`} note={words.differencesNote}>
            {differences.length === 0 ? (
              <p className={classes.note}>{words.noDifferences}</p>
            ) : (
              <DataTable
                label={words.differences}
                rows={differences}
                columns={differenceColumns}
                rowId={(row) => `${row.component} ${row.budget_year} ${row.funding_source}`}
              />
            )}
          </Section>
          <Section title={`${words.waiting} (${formatNumber(waiting.length)})`} note={words.waitingNote}>
            {waiting.length === 0 ? (
              <p className={classes.note}>{words.noWaiting}</p>
            ) : (
              <DataTable label={words.waiting} rows={waiting} columns={waitingColumns} rowId={({ extract, row }) => `${extract} ${row.key}`} height="60dvh" />
            )}
          </Section>
          <h2 className={classes.between}>{words.sums}</h2>
          <ReconciledSums sums={sums} />
        </>
      )}
    </QueryView>
  );
}

export default function ReconciliationPage() {
  const { programme } = route.useSearch();
  return (
    <Page title={words.title} note={words.intro}>
      <MoneyNav />
      <ProgrammePicker programme={programme}>{(chosen) => <Found key={chosen} programme={chosen} />}</ProgrammePicker>
    </Page>
  );
}
