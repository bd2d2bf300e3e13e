// How the indicators of a plan stood when it began: a table to type and paste in, of the whole or of one agency.

import { Button, NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useList } from "../../api/queries";
import type { Indicator } from "../../api/types";
import { formatMoment, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { DocumentSuggestions } from "../opening-state/DocumentCell";
import { useDocumentBook } from "../opening-state/documents";
import own from "../submissions/Submissions.module.css";
import grid from "../unit-plans/UnitPlans.module.css";
import { BaselineGrid } from "./BaselineGrid";
import { KnownBaselines } from "./KnownBaselines";
import { newestOf, rowsOf, type Scope } from "./model";
import { useBaselines, type BaselinesState } from "./use-baselines";

const route = getRouteApi("/indicators/baselines");
const words = t.baselines;
const none: readonly never[] = [];
const yearsShown = 8;

// The standing agency of the row's plan, or statistics.
function useMayEnter(): (row: Indicator) => boolean {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  return useCallback(
    (row: Indicator) =>
      !past && allowed.may("enter-indicator-baseline") && (allowed.has("statistics") || standsFor(row.programme, acting, allowed.posts, directory)),
    [past, allowed, acting, directory],
  );
}

function Messages({ state }: { state: BaselinesState }) {
  const entry = t.submissions.entry;
  return (
    <>
      {state.restoredFrom && state.edited > 0 && <p className={own.note}>{t.commands.draftKept(formatMoment(state.restoredFrom))}</p>}
      {state.message && (
        <div className={grid.message} role="alert">
          {state.message}{" "}
          {state.good > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => void state.sendGood()}>
              {entry.acceptRest(formatNumber(state.good))}
            </Button>
          )}
        </div>
      )}
      {state.refused.length > 0 && (
        <div className={own.refused} role="alert">
          {entry.refusedTitle(formatNumber(state.refused.length))}
          <ul>
            {state.refused.map((cell) => (
              <li key={`${cell.row} ${cell.column ?? cell.text}`}>
                {entry.refusedLine(formatNumber(cell.row + 1), cell.column ? words.columns[cell.column] : "…", cell.text, cell.why)}
              </li>
            ))}
          </ul>
          <Button size="compact-sm" variant="default" onClick={state.dismiss}>
            {entry.dismiss}
          </Button>
        </div>
      )}
    </>
  );
}

function Foot({ state }: { state: BaselinesState }) {
  const entry = t.submissions.entry;
  return (
    <div className={grid.foot}>
      <span className={grid.keys}>{entry.keys}</span>
      {state.canUndo && (
        <Button variant="subtle" onClick={state.undo}>
          {entry.undo}
        </Button>
      )}
      {state.edited > 0 && (
        <Button variant="subtle" onClick={state.discard}>
          {entry.discard}
        </Button>
      )}
      <Button disabled={state.edited === 0} loading={state.busy} onClick={() => void state.save()}>
        {words.save(formatNumber(state.edited))}
      </Button>
    </div>
  );
}

function Table({ indicators, scope, place }: { indicators: readonly Indicator[]; scope: Scope; place: string }) {
  const rows = rowsOf(indicators);
  const book = useDocumentBook(useList("documents").data?.items ?? none);
  const writable = useMayEnter();
  const state = useBaselines(rows, scope, place, book, writable);
  const any = rows.some(writable);
  const known = rows.filter((row) => newestOf(row, scope.agency)).length;
  if (rows.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  return (
    <>
      <DocumentSuggestions book={book} />
      <p className={own.note} role="status">
        {words.count(formatNumber(known), formatNumber(rows.length))}
        {any ? "" : `. ${words.only}`}
      </p>
      <Messages state={state} />
      {any && <BaselineGrid rows={rows} scope={scope} book={book} state={state} writable={writable} />}
      {!any && <KnownBaselines rows={rows} agency={scope.agency} />}
      {any && <Foot state={state} />}
    </>
  );
}

export default function BaselinesPage() {
  const search = route.useSearch();
  const directory = useDirectory();
  const last = Number(todayInVietnam().slice(0, 4));
  const [year, setYear] = useState(last - 1);
  const years = Array.from({ length: yearsShown }, (_, back) => String(last - back));
  const found = useList("indicators", search.programme ? { programme: search.programme } : {});
  const scope: Scope = { agency: search.agency ?? null, year };
  const place = `${search.programme ?? ""}.${search.agency ?? ""}.${year}`;
  return (
    <Page title={words.title} note={words.intro}>
      <IndicatorNav />
      <ListFilters search={search} programmes={directory.programmeIds()} agencies withoutWords />
      <div className={own.tools} data-no-print="">
        <NativeSelect label={words.year} data={years} value={String(year)} onChange={(event) => setYear(Number(event.currentTarget.value))} />
        <p className={own.note}>{search.agency ? words.ofAgency(directory.name(search.agency)) : words.ofWhole}</p>
      </div>
      <QueryView query={found}>{(list) => <Table key={place} indicators={list.items} scope={scope} place={place} />}</QueryView>
    </Page>
  );
}
