// The access log, newest first, for administrators and inspectors.

import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { accessQuery, type AccessFilter } from "../../api/access";
import { useList } from "../../api/queries";
import type { AccessRow, Account } from "../../api/types";
import { formatMoment, isDay } from "../../format/date";
import { t } from "../../i18n";
import { accessKind, accessType, detailText, kindText } from "../../meaning/access";
import { systemActor } from "../../meaning/person";
import { pageOf } from "../../meaning/subject";
import { me } from "../../state/me";
import { useStore } from "../../state/store";
import { DataTable, type Column } from "../../ui/DataTable";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { deviceName } from "../me/device";
import { AccessFilters } from "./AccessFilters";
import { AdminNav } from "./AdminNav";

const route = getRouteApi("/admin/access-log");
const words = t.access;
const step = 100; // rows

// What an inspector read: a page of its own, or one of the whole-system reads.
function Subject({ subject }: { subject: string }) {
  const to = pageOf(subject);
  if (to === null) return words.subjects[subject] ?? subject;
  return <Link to={to}>{subject.slice(subject.indexOf("/") + 1)}</Link>;
}

function columnsFor(nameOf: (account: string) => string): Column<AccessRow>[] {
  return [
    { id: "time", header: words.time, width: 140, nowrap: true, phoneLabel: false, cell: (row) => formatMoment(row.time) },
    { id: "what", header: words.what, width: 190, phoneLabel: false, cell: (row) => kindText(accessKind(row)) },
    {
      id: "account",
      header: words.account,
      width: null,
      min: 200,
      cell: (row) => (row.account === null ? (row.actor === null ? words.nobody : nameOf(row.actor)) : nameOf(row.account)),
    },
    {
      id: "about",
      header: words.about,
      width: null,
      min: 240,
      cell: (row) => (
        <span style={{ overflowWrap: "anywhere" }}>
          {row.subject && <Subject subject={row.subject} />}
          {row.subject && detailText(row, nameOf) && ", "}
          {detailText(row, nameOf)}
        </span>
      ),
    },
    { id: "address", header: words.address, width: 130, cell: (row) => row.address ?? "" },
    {
      id: "device",
      header: words.device,
      width: 150,
      cell: (row) => row.user_agent && <span title={row.user_agent}>{deviceName(row.user_agent)}</span>,
    },
  ];
}

function Rows({ filter, accounts }: { filter: AccessFilter; accounts: readonly Account[] }) {
  const [count, setCount] = useState(step);
  const query = useQuery({ ...accessQuery(filter, count), placeholderData: keepPreviousData });
  const names = useMemo(() => new Map(accounts.map((one) => [one.id, one.name ?? one.id])), [accounts]);
  const nameOf = useCallback((account: string) => (account === systemActor ? words.system : (names.get(account) ?? account)), [names]);
  const columns = useMemo(() => columnsFor(nameOf), [nameOf]);
  return (
    <QueryView query={query}>
      {(trail) => (
        <>
          {trail.items.length === 0 ? (
            <EmptyState title={words.empty} text={words.emptyText} />
          ) : (
            <DataTable label={words.title} rows={trail.items} columns={columns} rowId={(row) => String(row.sequence)} height="calc(100dvh - 250px)" />
          )}
          {trail.next !== null && (
            <Button variant="default" mt={10} loading={query.isFetching} onClick={() => setCount(count + step)} data-no-print>
              {words.older}
            </Button>
          )}
        </>
      )}
    </QueryView>
  );
}

// Whichever agency one works for at the moment.
function useMayRead(): boolean {
  const who = useStore(me);
  return who?.agencies.some((one) => one.roles.includes("administrator") || one.roles.includes("inspector")) ?? false;
}

export default function AccessLogPage() {
  const search = route.useSearch();
  const mayRead = useMayRead();
  const accounts = useList("accounts").data?.items ?? [];
  if (!mayRead) {
    return (
      <Page title={words.title}>
        <EmptyState title={words.only} />
      </Page>
    );
  }
  const filter: AccessFilter = {
    ...(search.account ? { account: search.account } : {}),
    ...(search.day && isDay(search.day) ? { day: search.day } : {}),
    ...(search.kind && words.kinds[search.kind] ? { types: accessType(search.kind) } : {}),
  };
  return (
    <Page title={words.title} crumbs={<AdminNav />} note={words.intro}>
      <AccessFilters search={search} accounts={accounts} />
      <Rows key={JSON.stringify(filter)} filter={filter} accounts={accounts} />
    </Page>
  );
}
