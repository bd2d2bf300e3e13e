import { Button } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Agency, AgencyGroup } from "../../api/types";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { foundAgencySpec } from "../../forms/specs/agencies";
import { t } from "../../i18n";
import { agencyWords, endText } from "../../meaning/agency";
import { useDirectory } from "../../meaning/directory";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { CountWords } from "../../ui/CountWords";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";

const route = getRouteApi("/agencies");
const words = t.registers.agencies;
const kinds = { label: words.kind, options: Object.entries(t.agencyKind).map(([value, label]) => ({ value, label })) };
const states = {
  label: t.bodies.state,
  options: [
    { value: "in-force", label: t.bodies.inForce },
    { value: "ended", label: t.bodies.ended },
  ],
};
const groupWords = (row: { name: string; short_name?: string | null; aliases: readonly string[] }) => [
  row.name,
  row.short_name,
  ...row.aliases,
];

function Ended({ agency }: { agency: Agency }) {
  const directory = useDirectory();
  const text = endText(agency, directory);
  return text && <div style={{ fontSize: 12, color: "var(--lv-dim)" }}>{text}</div>;
}

const columns: Column<Agency>[] = [
  {
    id: "name",
    header: words.title,
    width: null,
    min: 260,
    phoneLabel: false,
    sortBy: (row) => row.name,
    cell: (row) => (
      <>
        <Link to="/agencies/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
        <Ended agency={row} />
      </>
    ),
  },
  { id: "kind", header: words.kind, width: 160, cell: (row) => t.agencyKind[row.kind] ?? row.kind, sortBy: (row) => row.kind },
  {
    id: "province",
    header: words.province,
    width: 120,
    cell: (row) => t.province[row.province] ?? row.province,
    sortBy: (row) => row.province,
  },
  {
    id: "count",
    header: words.tasks,
    width: 110,
    right: true,
    cell: (row) => (row.counts.total > 0 ? formatNumber(row.counts.total) : ""),
    sortBy: (row) => row.counts.total || null,
  },
  {
    id: "counts",
    header: t.board.columns.timeliness,
    width: 420,
    cell: (row) => (row.counts.total > 0 ? <CountWords counts={row.counts} axis="timeliness" /> : ""),
  },
];

const groupColumns: Column<AgencyGroup>[] = [
  {
    id: "name",
    header: words.groups,
    width: null,
    min: 260,
    phoneLabel: false,
    sortBy: (row) => row.name,
    cell: (row) => (
      <Link to="/agency-groups/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  {
    id: "province",
    header: words.province,
    width: 120,
    cell: (row) => t.province[row.province] ?? row.province,
    sortBy: (row) => row.province,
  },
  {
    id: "members",
    header: words.members,
    width: 130,
    right: true,
    cell: (row) => (row.members.length > 0 ? formatNumber(row.members.length) : ""),
    sortBy: (row) => row.members.length,
  },
  { id: "complete", header: words.completeness, width: 280, cell: (row) => (row.complete ? "" : words.incomplete) },
];

function Committees() {
  const committees = useList("committees").data?.items ?? [];
  if (committees.length === 0) return null;
  return (
    <Section
      title={words.committees}
      actions={
        <>
          <ExportButton path="/committees.xlsx" label={t.tables.exportOf(words.committee)} />
          <ExportButton path="/members.xlsx" label={t.tables.exportOf(words.members)} />
        </>
      }
    >
      {committees.map((committee) => (
        <p key={committee.id}>
          <Link to="/committees/$id" params={{ id: committee.id }}>
            {committee.name}
          </Link>
        </p>
      ))}
    </Section>
  );
}

function Groups() {
  const groups = useList("agency-groups").data?.items ?? [];
  const search = route.useSearch();
  const rows = useFound(groups, search.q, groupWords);
  if (rows.length === 0) return null;
  return (
    <Section title={words.groups} actions={<ExportButton path="/agency-groups.xlsx" query={{ q: search.q }} label={t.tables.exportOf(words.groups)} />}>
      <DataTable label={words.groups} rows={rows} columns={groupColumns} rowId={(row) => row.id} />
    </Section>
  );
}

function Agencies({ all }: { all: readonly Agency[] }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const [founding, setFounding] = useState(false);
  const chosen = useMemo(
    () =>
      all.filter(
        (row) => (!search.kind || row.kind === search.kind) && (!search.state || (search.state === "ended") === Boolean(row.ended_on)),
      ),
    [all, search.kind, search.state],
  );
  const rows = useFound(chosen, search.q, agencyWords);
  return (
    <Page
      title={words.title}
      note={`${words.count(formatNumber(rows.length))}. ${words.countNote}.`}
      actions={allowed.may("found-agency") && !past && <Button onClick={() => setFounding(true)}>{t.bodies.found}</Button>}
    >
      <ListFilters sheet="agencies" search={search} kinds={kinds} states={states} />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => row.id} height="70dvh" />
      )}
      <div style={{ height: 16 }} />
      <Committees />
      <Groups />
      {founding && (
        <CommandDialog<Agency>
          spec={foundAgencySpec()}
          onClose={() => setFounding(false)}
          onDone={(agency) => void navigate({ to: "/agencies/$id", params: { id: agency.id } })}
        />
      )}
    </Page>
  );
}

export default function AgenciesPage() {
  const agencies = useList("agencies");
  return <QueryView query={agencies}>{(list) => <Agencies all={list.items} />}</QueryView>;
}
