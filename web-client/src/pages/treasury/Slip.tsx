// The slip: what booking changes, with the totals before and after; printed, signed, kept.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ExtractSlipRow, TreasuryExtract } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { DataTable, type Column } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { slipTotals } from "./model";
import classes from "./Treasury.module.css";

const words = t.treasury;
type Total = ExtractSlipRow & { total?: boolean };
const isTotal = (row: Total): boolean => row.total === true;

function amount(id: "allocated" | "before" | "booked" | "after" | "above_ceiling", header: string): Column<Total> {
  return {
    id,
    header,
    width: 136,
    right: true,
    cell: (row) => {
      if (isTotal(row) && id === "allocated") return "";
      const text = formatNumber(row[id]);
      if (isTotal(row)) return <strong>{text}</strong>;
      return id === "above_ceiling" && row[id] > 0 ? <span className={classes.amber}>{text}</span> : text;
    },
  };
}

const columns: Column<Total>[] = [
  {
    id: "what",
    header: words.component,
    width: null,
    min: 240,
    phoneLabel: false,
    cell: (row) =>
      isTotal(row) ? (
        <strong>{words.total}</strong>
      ) : (
        <>
          <Link to="/budget-lines/$id" params={{ id: row.line }}>
            {row.component_name}
          </Link>
          <div className={classes.dim}>{[row.line_name, row.budget_year, t.fundingSource[row.funding_source] ?? row.funding_source].join(", ")}</div>
        </>
      ),
  },
  amount("allocated", words.allocated),
  amount("before", words.before),
  amount("booked", words.bookedAmount),
  amount("after", words.after),
  amount("above_ceiling", words.above),
];

export function Slip({ extract }: { extract: TreasuryExtract }) {
  const rows = useMemo<Total[]>(() => {
    if (extract.slip.length === 0) return [];
    const blank = { line: "", line_name: "", component: "", component_name: "", budget_year: 0, funding_source: "central-budget", allocated: 0 } as const;
    return [...extract.slip, { ...blank, ...slipTotals(extract.slip), total: true }];
  }, [extract.slip]);
  const print = rows.length > 0 && (
    <Button size="compact-sm" variant="default" onClick={() => window.print()} data-no-print="">
      {words.print}
    </Button>
  );
  return (
    <Section title={words.slip} note={words.slipNote} actions={print}>
      {rows.length === 0 ? (
        <p className={classes.dim}>{words.slipEmpty}</p>
      ) : (
        <DataTable
          label={words.slip}
          rows={rows}
          columns={columns}
          rowId={(row) => (isTotal(row) ? "total" : `${row.component} ${row.budget_year} ${row.funding_source}`)}
        />
      )}
      <div className={classes.signatures} data-print-only="">
        {words.signatures.map((who) => (
          <span key={who}>{who}</span>
        ))}
      </div>
    </Section>
  );
}
