// How the indicators of a plan stood when it began: a table to type and paste in, of the whole or of one agency.

import { Button, NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useList } from "../../api/queries";
import type { Indicator } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { DocumentSuggestions } from "../../grid/DocumentCell";
import { useDocumentBook } from "../../grid/documents";
import { GridMessages } from "../../grid/GridMessages";
import { SaveBar } from "../../grid/SaveBar";
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
import own from "../submissions/Submissions.module.css";
import { BaselineGrid } from "./BaselineGrid";
import { BaselineSheet } from "./BaselineSheet";
import { KnownBaselines } from "./KnownBaselines";
import { newestOf, rowsOf, type Scope } from "./model";
import { useBaselines } from "./use-baselines";

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

interface TableProps {
  indicators: readonly Indicator[];
  scope: Scope;
  programme: string | undefined; // the only one shown
  place: string;
}

function Table({ indicators, scope, programme, place }: TableProps) {
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
      {any && <BaselineSheet rows={rows} scope={scope} programme={programme} onTake={state.putCells} />}
      <GridMessages grid={state} edited={state.edited} labels={words.columns} />
      {any && <BaselineGrid rows={rows} scope={scope} book={book} state={state} writable={writable} />}
      {!any && <KnownBaselines rows={rows} agency={scope.agency} />}
      {any && (
        <SaveBar grid={state} edited={state.edited}>
          <Button disabled={state.edited === 0} loading={state.busy} onClick={() => void state.save()}>
            {words.save(formatNumber(state.edited))}
          </Button>
        </SaveBar>
      )}
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
      <QueryView query={found}>{(list) => <Table key={place} indicators={list.items} scope={scope} programme={search.programme} place={place} />}</QueryView>
    </Page>
  );
}
