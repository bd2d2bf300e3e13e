import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { AgencyNames } from "../../ui/AgencyNames";
import { ChangeMark } from "../../ui/ChangeMark";
import { DataTable, type Column } from "../../ui/DataTable";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound, useProgrammesOf } from "../../ui/use-found";

const route = getRouteApi("/indicators");
const words = t.registers.indicators;
const isHeading = (row: Indicator): boolean => row.heading;
const wordsOf = (row: Indicator) => [row.name, row.tracking_text, row.implementing_text, row.unit, shortPlace(row.source)];

// "2026: ≥ 70" or, of a series, each year with its target.
export function targetsText(indicator: Indicator): string {
  return indicator.targets.map((target) => `${target.year}: ${target.text}`).join("; ");
}

function useColumns(): Column<Indicator>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      { id: "place", header: t.board.columns.place, width: 92, cell: (row) => shortPlace(row.source) },
      {
        id: "name",
        header: words.name,
        width: null,
        min: 300,
        phoneLabel: false,
        sortBy: (row) => row.name,
        cell: (row) =>
          row.heading ? (
            row.name
          ) : (
            <>
              <Link to="/indicators/$id" params={{ id: row.id }}>
                {row.name}
              </Link>{" "}
              <ChangeMark subject={`indicator/${row.id}`} />
            </>
          ),
      },
      {
        id: "programme",
        header: t.board.columns.programme,
        width: 150,
        cell: (row) => (row.heading ? "" : directory.programmeName(row.programme)),
        sortBy: (row) => directory.programmeName(row.programme),
      },
      { id: "unit", header: words.unit, width: 110, cell: (row) => row.unit ?? "" },
      { id: "targets", header: words.target, width: 220, cell: (row) => targetsText(row) },
      { id: "latest", header: words.latest, width: 120, cell: (row) => (row.heading ? "" : words.noData) },
      {
        id: "tracking",
        header: words.tracking,
        width: 190,
        cell: (row) => (row.tracking_agencies.length > 0 ? <AgencyNames ids={row.tracking_agencies} short /> : ""),
        sortBy: (row) => row.tracking_text,
      },
    ],
    [directory],
  );
}

function Indicators({ all }: { all: readonly Indicator[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const columns = useColumns();
  const chosen = useMemo(
    () =>
      all.filter(
        (row) =>
          (!search.programme || row.programme === search.programme) &&
          (!search.agency || directory.includes([...row.tracking_agencies, ...row.implementing_agencies], search.agency)),
      ),
    [all, search.programme, search.agency, directory],
  );
  const found = useFound(chosen, search.q, wordsOf);
  const filtered = Boolean(search.q ?? search.agency);
  const rows = filtered ? found.filter((row) => !row.heading) : found;
  return (
    <Page title={words.title} note={words.count(formatNumber(rows.filter((row) => !row.heading).length))}>
      <ListFilters sheet="indicators" search={search} programmes={useProgrammesOf(all)} agencies />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable
          label={words.title}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          isGroup={isHeading}
          height="calc(100dvh - 200px)"
        />
      )}
    </Page>
  );
}

export default function IndicatorsPage() {
  const indicators = useList("indicators");
  return <QueryView query={indicators}>{(list) => <Indicators all={list.items} />}</QueryView>;
}
