// One file on its way into a plan: for which programme, what its columns mean, its rows against what is there, and the one act.

import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { Columns } from "./Columns";
import classes from "./Import.module.css";
import { settingsOf, useImport, useSet, type ImportSettings, type PlanImport } from "./plan-import";
import { ProgrammeChoice } from "./ProgrammeChoice";
import { RowCard } from "./RowCard";
import { TakePlan } from "./TakePlan";

const route = getRouteApi("/import/$id");
const words = t.tables.import;
const shownAtOnce = 50;
const kinds = ["new", "changed", "dispute", "gone", "untouched"] as const;
type Shown = (typeof kinds)[number] | "doubtful" | null;

function Rows({ plan, set, busy }: { plan: PlanImport; set: (settings: ImportSettings) => void; busy: boolean }) {
  const [shown, setShown] = useState<Shown>(null);
  const [most, setMost] = useState(shownAtOnce);
  const inDoubt = (row: PlanImport["rows"][number]) => row.doubts.length > 0;
  const chosen = plan.rows.filter((row) => (shown === "doubtful" ? inDoubt(row) : shown === null ? row.kind !== "untouched" || inDoubt(row) : row.kind === shown));
  const ordered = [...chosen].sort((a, b) => Number(inDoubt(b)) - Number(inDoubt(a))); // what needs eyes comes first
  const chip = (what: Shown, label: string, count: number) => (
    <Button key={label} size="compact-sm" variant={shown === what ? "filled" : "default"} aria-pressed={shown === what} onClick={() => setShown(shown === what ? null : what)}>
      {words.counts(formatNumber(count), label)}
    </Button>
  );
  return (
    <Section title={words.rows} note={words.showing(formatNumber(Math.min(most, ordered.length)), formatNumber(plan.rows.length))}>
      <div className={classes.chips}>
        {chip("doubtful", words.doubtful, plan.counts.doubtful)}
        {kinds.map((kind) => chip(kind, words.kind[kind] ?? kind, plan.counts[kind]))}
      </div>
      <ul className={classes.rows} aria-busy={busy}>
        {ordered.slice(0, most).map((row) => (
          <RowCard key={row.key} row={row} settings={settingsOf(plan)} set={set} />
        ))}
      </ul>
      {ordered.length > most && (
        <Button variant="subtle" onClick={() => setMost(most + shownAtOnce)}>
          {words.more}
        </Button>
      )}
    </Section>
  );
}

function Workshop({ plan }: { plan: PlanImport }) {
  const setting = useSet(plan.id);
  const set = (settings: ImportSettings) => setting.mutate(settings);
  return (
    <>
      {plan.notes.map((note) => (
        <p key={note} className={classes.dim}>
          {note}
        </p>
      ))}
      {setting.error && (
        <p role="alert" className={classes.fault}>
          {setting.error.message}
        </p>
      )}
      <ProgrammeChoice plan={plan} set={set} />
      <Columns key={JSON.stringify(plan.tables.map((table) => table.use))} plan={plan} set={set} />
      {plan.programme && <Rows plan={plan} set={set} busy={setting.isPending} />}
      {plan.programme && <TakePlan plan={plan} />}
    </>
  );
}

export default function WorkshopPage() {
  const { id } = route.useParams();
  const plan = useImport(id);
  return (
    <Page title={plan.data?.name ?? words.title} note={words.intro} crumbs={<Link to="/import">{words.title}</Link>}>
      <QueryView query={plan}>{(data) => <Workshop plan={data} />}</QueryView>
    </Page>
  );
}
