import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { ReportingDuty } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { AgencyLink, AgencyNames } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound, useProgrammesOf } from "../../ui/use-found";

const route = getRouteApi("/reporting-duties");
const words = t.registers.duties;
const wordsOf = (row: ReportingDuty) => [row.text, row.from_text, row.due_text];

const columns: Column<ReportingDuty>[] = [
  { id: "place", header: t.board.columns.place, width: 110, cell: (row) => shortPlace(row.source) },
  { id: "text", header: words.text, width: null, min: 320, cell: (row) => row.text, phoneLabel: false },
  {
    id: "from",
    header: words.from,
    width: 260,
    cell: (row) => <AgencyNames ids={row.from_agencies} short />,
    sortBy: (row) => row.from_text,
  },
  { id: "to", header: words.to, width: 200, cell: (row) => <AgencyLink id={row.to} short /> },
  {
    id: "rhythm",
    header: words.rhythm,
    width: 120,
    cell: (row) => (row.rhythm ? (t.rhythm[row.rhythm] ?? row.rhythm) : ""),
    sortBy: (row) => row.rhythm,
  },
  { id: "due", header: words.due, width: 200, cell: (row) => row.due_text ?? "" },
];

function Duties({ all }: { all: readonly ReportingDuty[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const chosen = useMemo(
    () =>
      all.filter(
        (row) =>
          (!search.programme || row.programme === search.programme) &&
          (!search.agency || directory.includes(row.from_agencies, search.agency)),
      ),
    [all, search.programme, search.agency, directory],
  );
  const rows = useFound(chosen, search.q, wordsOf);
  return (
    <Page title={words.title} note={t.common.result(String(rows.length))}>
      <ListFilters
        search={search}
        programmes={useProgrammesOf(all)}
        agencies
        sheet="reporting-duties"
        sheetQuery={{ programme: search.programme, agency: search.agency }}
        unexported={search.q ? t.tables.sifted : undefined}
      />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} />
      ) : (
        <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.id} />
      )}
    </Page>
  );
}

export default function DutiesPage() {
  const duties = useList("reporting-duties");
  return <QueryView query={duties}>{(list) => <Duties all={list.items} />}</QueryView>;
}
