// The rows of an extract: those that need somebody first.

import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ExtractRow, ExtractRowState, TreasuryExtract } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { DataTable, type Column } from "../../ui/DataTable";
import { FilterChip } from "../../ui/FilterChip";
import { Section } from "../../ui/Page";
import { countsOf, ordered, settles as needs } from "./model";
import classes from "./Treasury.module.css";
import { usePlaceNames } from "./use-place-names";

const words = t.treasury;
const tones: Partial<Record<ExtractRowState, string | undefined>> = {
  unmatched: classes.fault,
  waiting: classes.fault,
  faulty: classes.fault,
  "over-ceiling": classes.amber,
};

function useColumns(settles: (row: ExtractRow) => boolean, settle: (row: ExtractRow) => void): Column<ExtractRow>[] {
  const nameOf = usePlaceNames();
  const directory = useDirectory();
  return useMemo(
    () => [
      { id: "row", header: words.row, width: 60, right: true, cell: (row) => formatNumber(row.row + 1) },
      { id: "state", header: t.plans.state, width: 130, cell: (row) => <span className={tones[row.state]}>{words.states[row.state]}</span> },
      { id: "code", header: words.code, width: 100, cell: (row) => row.code },
      {
        id: "text",
        header: words.text,
        width: null,
        min: 200,
        phoneLabel: false,
        cell: (row) => (
          <>
            {[row.kind && t.money.paymentKind[row.kind], row.text].filter(Boolean).join(". ")}
            {row.fault && <div className={classes.fault}>{row.fault}</div>}
          </>
        ),
      },
      { id: "day", header: words.paidOn, width: 92, nowrap: true, cell: (row) => (row.paid_on ? formatDay(row.paid_on) : "") },
      { id: "voucher", header: words.voucher, width: 100, cell: (row) => row.voucher ?? "" },
      { id: "amount", header: words.amount, width: 140, right: true, sortBy: (row) => row.amount, cell: (row) => (row.amount === null ? "" : formatNumber(row.amount)) },
      {
        id: "place",
        header: words.place,
        width: 220,
        cell: (row) => (
          <>
            {row.place ? nameOf(row.place) : row.owner && `${t.money.reconciliation.owner}: ${directory.name(row.owner)}`}
            {settles(row) && (
              <div data-no-print="">
                <Button size="compact-xs" variant={needs(row) ? "default" : "subtle"} onClick={() => settle(row)} aria-label={`${needs(row) ? words.settle : words.change} ${row.row + 1}`}>
                  {needs(row) ? words.settle : words.change}
                </Button>
              </div>
            )}
          </>
        ),
      },
    ],
    [nameOf, directory, settles, settle],
  );
}

interface Props {
  extract: TreasuryExtract;
  settles: (row: ExtractRow) => boolean;
  settle: (row: ExtractRow) => void;
}

export function Rows({ extract, settles, settle }: Props) {
  const [state, setState] = useState<ExtractRowState | null>(null);
  const columns = useColumns(settles, settle);
  const counts = countsOf(extract);
  const rows = useMemo(() => ordered(extract.rows).filter((row) => state === null || row.state === state), [extract.rows, state]);
  const options = counts.map(([value, count]) => ({ value, label: `${words.states[value] ?? value} (${formatNumber(count)})` }));
  return (
    <Section title={`${words.rows} (${formatNumber(extract.rows.length)})`} note={options.map((option) => option.label).join(", ")}>
      <div className={classes.tools} data-no-print="">
        <FilterChip
          label={t.plans.state}
          options={options}
          chosen={state ? [state] : []}
          onToggle={(value) => setState(value === state ? null : (value as ExtractRowState))}
          onClear={() => setState(null)}
          single
        />
      </div>
      <DataTable label={words.rows} rows={rows} columns={columns} rowId={(row) => `${row.row} ${row.key}`} height="60dvh" />
    </Section>
  );
}
