// One extract from its file to its slip: match, settle what does not match, book.

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { extractKey } from "../../api/money";
import { Problem } from "../../api/problems";
import type { ExtractRow, ExtractSettings, TreasuryExtract } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatDay, formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { Callout } from "../../ui/Callout";
import { Page } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { MoneyNav } from "../budget/MoneyNav";
import { alike, changes, settles, stepOf, toBook } from "./model";
import { Rows } from "./Rows";
import { Settings } from "./Settings";
import { SettleDialog, type Settled } from "./SettleDialog";
import { Slip } from "./Slip";
import classes from "./Treasury.module.css";
import { useExtract, useSet, withFixes } from "./use-extract";

const route = getRouteApi("/budget/extracts/$id");
const words = t.treasury;

function Steps({ at, done }: { at: number; done: boolean }) {
  return (
    <ol className={classes.steps} aria-label={words.stepsLabel} data-no-print="">
      {words.steps.map((step, index) => (
        <li key={step} aria-current={index + 1 === at ? "step" : undefined} data-done={index + 1 < at || done ? "" : undefined}>
          {index + 1}. {step}
        </li>
      ))}
    </ol>
  );
}

function Notes({ extract }: { extract: TreasuryExtract }) {
  const { over_ceiling, unmatched, faulty } = extract.counts;
  const notes = [
    over_ceiling > 0 && words.aboveNote(formatNumber(over_ceiling)),
    unmatched > 0 && words.waitNote(formatNumber(unmatched)),
    faulty > 0 && words.faultyNote(formatNumber(faulty)),
  ];
  return <>{notes.filter(Boolean).join(" ")}</>;
}

// Books what the slip shows. What changed meanwhile is worked out anew and shown before it is booked.
function Book({ extract }: { extract: TreasuryExtract }) {
  const write = useWrite<TreasuryExtract>();
  const client = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const [key] = useState(newKey);
  const count = toBook(extract) + extract.counts.unmatched;
  const book = async () => {
    setFault(null);
    const subjects = [`treasury-extract/${extract.id}`, ...extract.slip.map((row) => `budget-line/${row.line}`)];
    try {
      const path = `/treasury-extracts/${extract.id}/book`;
      const { body } = await write.mutateAsync({ path, body: { based_on: extract.sequence }, key: `${key}-${extract.sequence}`, subjects });
      client.setQueryData(extractKey(extract.id), body);
      tell(words.bookedDone(formatNumber(body.counts.booked)));
    } catch (error) {
      const stale = error instanceof Problem && error.stale;
      setFault(stale ? words.stale : (error as Error).message);
      if (stale) void client.invalidateQueries({ queryKey: extractKey(extract.id) });
    }
  };
  return (
    <div className={classes.book} data-no-print="">
      {fault && (
        <div className={classes.whole}>
          <Callout role="alert">{fault}</Callout>
        </div>
      )}
      <span className={classes.note}>
        <Notes extract={extract} />
      </span>
      <Button loading={write.isPending} disabled={count === 0} onClick={() => void book()}>
        {toBook(extract) > 0 ? words.book(formatNumber(toBook(extract))) : words.bookNone}
      </Button>
    </div>
  );
}

// A staged file keeps where its rows belong; of a booked one, rows that wait are booked when they are settled.
function useSettle(extract: TreasuryExtract, settings: ExtractSettings | null, onDone: () => void) {
  const set = useSet(extract.id);
  const write = useWrite<TreasuryExtract>();
  const client = useQueryClient();
  const run = async (rows: readonly ExtractRow[], { place, owner }: Settled) => {
    if (settings) {
      const skip = place === null && owner === null;
      await set.mutateAsync(withFixes(settings, rows.map(({ row, kind }) => ({ row, place, kind, skip, owner }))));
      return onDone();
    }
    const subjects = [`treasury-extract/${extract.id}`, ...(place ? [`budget-line/${place.line}`] : [])];
    const body = { rows: rows.map(({ key }) => ({ key, place })) };
    const path = `/treasury-extracts/${extract.id}/settle-rows`;
    const answer = await write.mutateAsync({ path, body, key: newKey(), basedOn: extract.sequence, subjects });
    client.setQueryData(extractKey(extract.id), answer.body);
    tell(words.settled);
    onDone();
  };
  const fault = set.error?.message ?? write.error?.message ?? null;
  return { run, fault, busy: set.isPending || write.isPending };
}

function Settling({ extract, row, onClose }: { extract: TreasuryExtract; row: ExtractRow; onClose: () => void }) {
  const settle = useSettle(extract, extract.settings, onClose);
  const rows = alike(extract.rows, row);
  return (
    <SettleDialog
      row={row}
      alike={rows.length}
      staged={extract.settings !== null}
      busy={settle.busy}
      fault={settle.fault}
      onSettle={(settled, all) => void settle.run(all ? rows : [row], settled).catch(() => undefined)}
      onClose={onClose}
    />
  );
}

function Workbench({ extract }: { extract: TreasuryExtract }) {
  const books = useAllowed().may("book-treasury-extract");
  const set = useSet(extract.id);
  const [row, setRow] = useState<ExtractRow | null>(null);
  const { settings, state } = extract;
  const open = state === "staged";
  const settlable = useCallback((one: ExtractRow) => books && (open ? changes(one) : settles(one)), [books, open]);
  return (
    <>
      {books && <Steps at={stepOf(extract)} done={!open} />}
      {extract.same_file && open && (
        <Callout role="status">
          {words.same}{" "}
          <Link to="/budget/extracts/$id" params={{ id: extract.same_file }}>
            {words.openSame}
          </Link>
        </Callout>
      )}
      {settings && books && (
        <details className={classes.how} open={stepOf(extract) === 2} data-no-print="">
          <summary>{words.steps[1]}: {words.profiles[settings.profile]}</summary>
          <Settings key={extract.tables.length} extract={extract} settings={settings} apply={set.mutate} busy={set.isPending} fault={set.error?.message ?? null} />
        </details>
      )}
      <Rows extract={extract} settles={settlable} settle={setRow} />
      <Slip extract={extract} />
      {open && books && <Book extract={extract} />}
      {row && <Settling extract={extract} row={row} onClose={() => setRow(null)} />}
    </>
  );
}

function said(extract: TreasuryExtract): string {
  const parts = [
    words.profiles[extract.profile],
    extract.as_at && `${words.asAt} ${formatDay(extract.as_at)}`,
    extract.booked_at ? words.bookedAt(formatMoment(extract.booked_at)) : extract.created_at && words.sentAt(formatMoment(extract.created_at)),
  ];
  return parts.filter(Boolean).join(", ");
}

export default function ExtractPage() {
  const { id } = route.useParams();
  const extract = useExtract(id);
  return (
    <QueryView query={extract}>
      {(found) => (
        <Page title={found.name} note={said(found)} crumbs={<Link to="/budget/extracts">{words.title}</Link>}>
          <MoneyNav />
          <Workbench extract={found} />
        </Page>
      )}
    </QueryView>
  );
}
