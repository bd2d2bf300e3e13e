import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Doubt } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { citedPlace } from "../../meaning/place";
import { DataTable, type Column } from "../../ui/DataTable";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound, useProgrammesOf } from "../../ui/use-found";

const route = getRouteApi("/doubts");
const words = t.registers.doubts;
const kinds = { label: words.kind, options: Object.entries(t.doubtKind).map(([value, label]) => ({ value, label })) };
const states = { label: t.doubtWork.stateLabel, options: Object.entries(t.doubtWork.state).map(([value, label]) => ({ value, label })) };
const wordsOf = (row: Doubt) => [row.text, ...row.places.map((place) => place.quote), ...row.places.map((place) => place.number)];

export function placeText(place: Doubt["places"][number]): string {
  return citedPlace({ annex: place.annex, section: place.section, number: place.number });
}

function useColumns(): Column<Doubt>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      {
        id: "kind",
        header: words.kind,
        width: 160,
        cell: (row) => t.doubtKind[row.kind] ?? row.kind,
        sortBy: (row) => t.doubtKind[row.kind] ?? row.kind,
      },
      {
        id: "text",
        header: words.title,
        width: null,
        min: 360,
        phoneLabel: false,
        cell: (row) => (
          <Link to="/doubts/$id" params={{ id: row.id }}>
            {row.text}
          </Link>
        ),
      },
      {
        id: "state",
        header: t.doubtWork.stateLabel,
        width: 120,
        cell: (row) => t.doubtWork.state[row.status],
        sortBy: (row) => row.status,
      },
      {
        id: "programme",
        header: t.board.columns.programme,
        width: 170,
        cell: (row) => directory.programmeName(row.programme),
        sortBy: (row) => directory.programmeName(row.programme),
      },
      { id: "places", header: words.places, width: 260, cell: (row) => [...new Set(row.places.map(placeText))].filter(Boolean).join("; ") },
    ],
    [directory],
  );
}

function Doubts({ all }: { all: readonly Doubt[] }) {
  const search = route.useSearch();
  const columns = useColumns();
  const chosen = useMemo(
    () => all.filter((row) => (!search.programme || row.programme === search.programme) && (!search.kind || row.kind === search.kind) && (!search.state || row.status === search.state)),
    [all, search.programme, search.kind, search.state],
  );
  const rows = useFound(chosen, search.q, wordsOf);
  return (
    <Page title={words.title} note={`${words.count(formatNumber(rows.length))}. ${words.intro}`}
      actions={
        <>
          <Link to="/doubts/work">{t.doubtWork.start}</Link>
          <Link to="/contradictions">{t.contradictions.nav}</Link>
          <Link to="/links">{t.links.nav}</Link>
        </>
      }
    >
      <ListFilters sheet="doubts" search={search} programmes={useProgrammesOf(all)} kinds={kinds} states={states} />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.id} height="calc(100dvh - 220px)" />
      )}
    </Page>
  );
}

export default function DoubtsPage() {
  const doubts = useList("doubts");
  return <QueryView query={doubts}>{(list) => <Doubts all={list.items} />}</QueryView>;
}
