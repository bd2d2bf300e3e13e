// Shares that the plans set as a minimum, year by year on three bases.

import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { BudgetLine, Ratio } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatMillions, formatNumber, formatPercent } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import type { CommandSpec } from "../../forms/spec";
import { defineRatioSpec, ratioFiguresSpec, redefineRatioSpec } from "../../forms/specs/ratios";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useDocumentText } from "../../ui/use-document-text";
import classes from "./Budget.module.css";
import { MoneyNav } from "./MoneyNav";
import { ProgrammePicker } from "./ProgrammePicker";

const route = getRouteApi("/budget/ratios");
const words = t.money.ratios;
type Figures = Ratio["figures"][number];
type Act = "define-ratio" | "enter-ratio-figures";

function useMayOn(programme: string): (act: Act) => boolean {
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const directory = useDirectory();
  const past = isPast(useViewTime());
  const fits = allowed.has("finance") || (allowed.has("standing-agency") && directory.standingAgency(programme) === acting);
  return (act) => !past && fits && allowed.may(act);
}

function Met({ figures }: { figures: Figures }) {
  if (figures.met === null) return words.unknown;
  return <span className={figures.met ? classes.met : classes.above}>{figures.met ? words.met : words.unmet}</span>;
}

const columns: Column<Figures>[] = [
  { id: "year", header: words.year, width: 70, sortBy: (row) => row.year, cell: (row) => String(row.year) },
  { id: "basis", header: words.basisLabel, width: null, min: 120, cell: (row) => words.basis[row.basis] },
  {
    id: "numerator",
    header: words.numerator,
    width: 190,
    right: true,
    cell: (row) =>
      row.numerator !== null && (
        <>
          {formatMillions(row.numerator)}
          <div className={classes.note}>{row.numerator_entered ? words.entered : words.fromLines}</div>
        </>
      ),
  },
  { id: "denominator", header: words.denominator, width: 140, right: true, cell: (row) => formatMillions(row.denominator) },
  { id: "percent", header: words.percent, width: 100, right: true, cell: (row) => (row.percent === null ? "" : formatPercent(row.percent)) },
  { id: "met", header: t.registers.indicators.assessment, width: 130, cell: (row) => <Met figures={row} /> },
];

function Definitions({ ratio }: { ratio: Ratio }) {
  const documentText = useDocumentText();
  return (
    <details className={classes.behind}>
      <summary>{words.definitions}</summary>
      <ul className={classes.list}>
        {ratio.definitions.map((one) => (
          <li key={one.valid_from}>
            {words.validFrom(formatDay(one.valid_from))}: {one.text}
            <div className={classes.note}>
              {[one.lines.length > 0 ? words.lines(formatNumber(one.lines.length)) : words.noLines, documentText(one.document)].join(". ")}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function OneRatio({ ratio, lines, ask }: { ratio: Ratio; lines: readonly BudgetLine[]; ask: (make: () => CommandSpec) => void }) {
  const directory = useDirectory();
  const may = useMayOn(ratio.programme);
  const programme = directory.programmes.get(ratio.programme);
  const years = useMemo(() => {
    const [from, to] = [programme?.year_from ?? 2026, programme?.year_to ?? 2030];
    return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  }, [programme]);
  const buttons = (
    <div className={classes.buttons} data-no-print="">
      {may("enter-ratio-figures") && (
        <Button size="compact-sm" variant="default" onClick={() => ask(() => ratioFiguresSpec(ratio, years))}>
          {t.commands.names["enter-ratio-figures"]}
        </Button>
      )}
      {may("define-ratio") && (
        <Button size="compact-sm" variant="default" onClick={() => ask(() => redefineRatioSpec(ratio, lines))}>
          {t.commands.names["redefine-ratio"]}
        </Button>
      )}
    </div>
  );
  const figures = [...ratio.figures].sort((left, right) => left.year - right.year);
  return (
    <Section title={ratio.name} note={`${words.minimum(formatPercent(ratio.minimum_percent))}. ${t.registers.budget.unit}.`} actions={buttons}>
      {figures.length === 0 ? (
        <p className={classes.note}>{words.unknown}</p>
      ) : (
        <DataTable label={ratio.name} rows={figures} columns={columns} rowId={(row) => `${row.year} ${row.basis}`} />
      )}
      <Definitions ratio={ratio} />
    </Section>
  );
}

function Ratios({ programme }: { programme: string }) {
  const ratios = useList("ratios", { programme });
  const lines = useList("budget-lines", { programme }).data?.items ?? [];
  const may = useMayOn(programme);
  const [asked, setAsked] = useState<{ make: () => CommandSpec } | null>(null);
  const ask = (make: () => CommandSpec) => setAsked({ make });
  return (
    <>
      <div className={classes.buttons} data-no-print="">
        <ExportButton path="/ratios.xlsx" query={{ programme }} />
        {may("define-ratio") && (
          <Button variant="default" onClick={() => ask(() => defineRatioSpec(programme, lines))}>
            {t.commands.names["define-ratio"]}
          </Button>
        )}
      </div>
      <QueryView query={ratios}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={words.none} text={words.noneText} /> : items.map((ratio) => <OneRatio key={ratio.id} ratio={ratio} lines={lines} ask={ask} />)
        }
      </QueryView>
      {asked && <CommandDialog spec={asked.make()} onClose={() => setAsked(null)} />}
    </>
  );
}

export default function RatiosPage() {
  const { programme } = route.useSearch();
  const all = useList("ratios").data?.items ?? [];
  return (
    <Page title={words.title} note={words.intro}>
      <MoneyNav />
      <ProgrammePicker programme={programme} others={all.map((ratio) => ratio.programme)}>
        {(chosen) => <Ratios key={chosen} programme={chosen} />}
      </ProgrammePicker>
    </Page>
  );
}
