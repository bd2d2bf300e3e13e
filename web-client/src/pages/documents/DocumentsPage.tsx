import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { LuuDocument } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { ChangeMark } from "../../ui/ChangeMark";
import { DataTable, type Column } from "../../ui/DataTable";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";

const RegisterDocument = lazy(() => import("../../forms/RegisterDocument"));
const route = getRouteApi("/documents");
const words = t.registers.documents;
const kinds = { label: words.kind, options: Object.entries(t.documentKind).map(([value, label]) => ({ value, label })) };
const wordsOf = (row: LuuDocument) => [row.number, row.abstract, row.issuer, t.documentKind[row.kind]];

const columns: Column<LuuDocument>[] = [
  { id: "kind", header: words.kind, width: 120, cell: (row) => t.documentKind[row.kind] ?? row.kind, sortBy: (row) => row.kind },
  { id: "number", header: words.number, width: 150, cell: (row) => row.number ?? words.noNumber, sortBy: (row) => row.number },
  {
    id: "issued",
    header: words.issued,
    nowrap: true,
    width: 110,
    cell: (row) => (row.issued_on ? formatDay(row.issued_on) : ""),
    sortBy: (row) => row.issued_on,
  },
  {
    id: "abstract",
    header: words.abstract,
    width: null,
    min: 300,
    phoneLabel: false,
    sortBy: (row) => row.abstract,
    cell: (row) => (
      <>
        <Link to="/documents/$id" params={{ id: row.id }}>
          {row.abstract}
        </Link>{" "}
        <ChangeMark subject={`document/${row.id}`} />
      </>
    ),
  },
  { id: "issuer", header: words.issuer, width: 240, cell: (row) => row.issuer, sortBy: (row) => row.issuer },
  {
    id: "stub",
    header: words.inHand,
    width: 110,
    cell: (row) => (row.stub ? words.stubShort : ""),
    sortBy: (row) => (row.stub ? 1 : null),
  },
  {
    id: "cited",
    header: words.citedBy,
    width: 90,
    right: true,
    cell: (row) => (row.cited_by > 0 ? formatNumber(row.cited_by) : ""),
    sortBy: (row) => row.cited_by,
  },
];

function Documents({ all }: { all: readonly LuuDocument[] }) {
  const search = route.useSearch();
  const [registering, setRegistering] = useState(false);
  const past = isPast(useViewTime());
  const allowed = useAllowed();
  const chosen = useMemo(() => all.filter((row) => !search.kind || row.kind === search.kind), [all, search.kind]);
  const rows = useFound(chosen, search.q, wordsOf);
  return (
    <Page
      title={words.title}
      note={words.count(formatNumber(rows.length))}
      actions={!past && allowed.may("register-document") && <Button onClick={() => setRegistering(true)}>{words.register}</Button>}
    >
      <ListFilters sheet="documents" search={search} kinds={kinds} />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.id} height="calc(100dvh - 200px)" />
      )}
      {registering && (
        <Suspense>
          <RegisterDocument onClose={() => setRegistering(false)} />
        </Suspense>
      )}
    </Page>
  );
}

export default function DocumentsPage() {
  const documents = useList("documents");
  return <QueryView query={documents}>{(list) => <Documents all={list.items} />}</QueryView>;
}
