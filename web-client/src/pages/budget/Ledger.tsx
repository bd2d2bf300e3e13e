// The ledger of a line as a bank book: what came and went, and the balances after it. What was reversed stays readable.

import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ledgerQuery } from "../../api/money";
import type { BudgetLine, LedgerEntry } from "../../api/types";
import { dayOfMoment, formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { reverseSpec } from "../../forms/specs/money";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useDocumentText } from "../../ui/use-document-text";
import type { Ask } from "./asking";
import classes from "./Budget.module.css";

const words = t.money.ledger;
const payments = ["advance", "advance-recovery", "payment", "repayment"];
const downwards = ["reduction", "advance-recovery", "repayment"];

function EntryCell({ entry, reverse }: { entry: LedgerEntry; reverse: (() => void) | null }) {
  const documentText = useDocumentText();
  const notes = [
    documentText(entry.document),
    entry.origin === "extract" && words.fromExtract,
    entry.reverses !== null && words.reverses(formatNumber(entry.reverses)),
    entry.reversed_by !== null && words.reversedBy(formatNumber(entry.reversed_by)),
    entry.reason,
  ];
  return (
    <>
      <span className={entry.reversed_by === null ? undefined : classes.struck}>{words.kinds[entry.kind]}</span>
      <div className={classes.note}>{notes.filter(Boolean).join(". ")}</div>
      {reverse && (
        <Button size="compact-xs" variant="subtle" onClick={reverse} data-no-print="">
          {t.commands.names["reverse-disbursement"]}
        </Button>
      )}
    </>
  );
}

const balance = (id: "allocated" | "advances_outstanding" | "disbursed" | "remaining", header: string): Column<LedgerEntry> => ({
  id,
  header,
  width: 138,
  right: true,
  cell: (entry) => <span className={entry[id] < 0 ? classes.above : undefined}>{formatNumber(entry[id])}</span>,
});

function signed(entry: LedgerEntry): string {
  return `${downwards.includes(entry.kind) ? "−" : ""}${formatNumber(entry.amount)}`;
}

function columnsOf(ask: Ask, reverses: (component: string) => boolean, oneComponent: boolean): Column<LedgerEntry>[] {
  const reverseOf = (entry: LedgerEntry) =>
    reverses(entry.component) && payments.includes(entry.kind) && entry.reversed_by === null ? () => ask((line) => reverseSpec(line, entry)) : null;
  const component: Column<LedgerEntry> = { id: "component", header: words.component, width: 130, cell: (entry) => entry.component_name };
  return [
    { id: "day", header: words.day, width: 92, nowrap: true, cell: (entry) => formatDay(entry.day ?? dayOfMoment(entry.time)) },
    { id: "entry", header: words.entry, width: null, min: 180, phoneLabel: false, cell: (entry) => <EntryCell entry={entry} reverse={reverseOf(entry)} /> },
    ...(oneComponent ? [] : [component]),
    { id: "where", header: words.where, width: 112, cell: (entry) => `${entry.budget_year}, ${t.fundingSource[entry.funding_source] ?? entry.funding_source}` },
    { id: "voucher", header: words.voucher, width: 84, cell: (entry) => entry.voucher ?? "" },
    { id: "amount", header: words.amount, width: 140, right: true, cell: signed },
    balance("allocated", words.allocated),
    balance("disbursed", words.disbursed),
    balance("advances_outstanding", words.advances),
    balance("remaining", words.remaining),
  ];
}

export function Ledger({ line, reverses, ask }: { line: BudgetLine; reverses: (component: string) => boolean; ask: Ask }) {
  const time = useViewTime();
  const [component, setComponent] = useState("");
  const filter = useMemo(() => (component === "" ? {} : { component }), [component]);
  const ledger = useInfiniteQuery(ledgerQuery(line.id, filter, time));
  const columns = useMemo(() => columnsOf(ask, reverses, component !== "" || line.components.length === 1), [ask, reverses, component, line.components.length]);
  const choice = line.components.length > 1 && (
    <NativeSelect
      size="xs"
      aria-label={words.component}
      data={[{ value: "", label: words.all }, ...line.components.map((one) => ({ value: one.id, label: one.name }))]}
      value={component}
      onChange={(event) => setComponent(event.currentTarget.value)}
      style={{ maxWidth: 260 }}
      data-no-print=""
    />
  );
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={
        <>
          {choice}
          <ExportButton path={`/budget-lines/${line.id}/ledger.xlsx`} query={filter} />
        </>
      }
    >
      <QueryView query={ledger}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.items);
          if (entries.length === 0) return <EmptyState title={words.none} />;
          return <DataTable label={words.title} rows={entries} columns={columns} rowId={(entry) => String(entry.sequence) + entry.kind + entry.id} height="70dvh" />;
        }}
      </QueryView>
      {ledger.hasNextPage && (
        <Button variant="subtle" size="compact-sm" loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Section>
  );
}
