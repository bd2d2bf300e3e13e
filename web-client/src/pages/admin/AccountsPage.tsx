import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Account, AccountOpened, Post } from "../../api/types";
import { formatMoment, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { openAccountSpec } from "../../forms/specs/people";
import { t } from "../../i18n";
import { useDirectory, type Directory } from "../../meaning/directory";
import { useAllowed } from "../../state/allowed";
import { DataTable, type Column } from "../../ui/DataTable";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { SecretDialog } from "../../ui/SecretDialog";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import { AdminNav } from "./AdminNav";
import { linkOf } from "./secrets";
import { standingOn } from "../../meaning/tenure";

const route = getRouteApi("/admin/accounts");
const words = t.people.admin;
const states = ["active", "closed", "unopened"] as const;
const kinds = { label: t.people.fields.status, options: states.map((value) => ({ value, label: words[value] })) };

export function stateOf(account: Account): (typeof states)[number] {
  if (account.kind === null) return "unopened";
  return account.closed ? "closed" : "active";
}

interface Row {
  account: Account;
  posts: string; // held today, in words
  agencies: readonly string[];
}

function rowOf(account: Account, posts: ReadonlyMap<string, Post>, directory: Directory): Row {
  const today = todayInVietnam();
  const held = account.posts.filter((one) => standingOn(one, today) === "now").flatMap((one) => posts.get(one.post) ?? []);
  return {
    account,
    posts: held.map((post) => `${post.title}, ${directory.shortName(post.agency)}`).join("; "),
    agencies: held.map((post) => post.agency),
  };
}

const columns: Column<Row>[] = [
  {
    id: "name",
    header: t.people.account.name,
    width: null,
    min: 220,
    phoneLabel: false,
    sortBy: ({ account }) => account.name ?? account.id,
    cell: ({ account }) => (
      <Link to="/admin/accounts/$id" params={{ id: account.id }}>
        {account.name ?? words.noName}
      </Link>
    ),
  },
  {
    id: "username",
    header: t.people.account.username,
    width: 190,
    sortBy: ({ account }) => account.username,
    cell: ({ account }) => account.username ?? "",
  },
  { id: "posts", header: t.people.account.posts, width: null, min: 240, sortBy: (row) => row.posts, cell: (row) => row.posts },
  {
    id: "state",
    header: t.people.fields.status,
    width: 110,
    sortBy: ({ account }) => states.indexOf(stateOf(account)),
    cell: ({ account }) => words[stateOf(account)],
  },
  {
    id: "seen",
    header: t.people.fields.lastSignIn,
    width: 150,
    nowrap: true,
    sortBy: ({ account }) => account.last_signed_in_at,
    cell: ({ account }) => (account.last_signed_in_at ? formatMoment(account.last_signed_in_at) : words.never),
  },
];

const wordsOf = ({ account, posts }: Row) => [account.name, account.username, account.email, account.id, posts];

function Accounts({ accounts, posts }: { accounts: readonly Account[]; posts: readonly Post[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const [opening, setOpening] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const all = useMemo(() => {
    const byId = new Map(posts.map((post) => [post.id, post]));
    return accounts.map((account) => rowOf(account, byId, directory));
  }, [accounts, posts, directory]);
  const chosen = useMemo(
    () =>
      all.filter(
        (row) =>
          (!search.kind || stateOf(row.account) === search.kind) &&
          (!search.agency || row.agencies.some((agency) => directory.includes([search.agency ?? ""], agency))),
      ),
    [all, search.kind, search.agency, directory],
  );
  const rows = useFound(chosen, search.q, wordsOf);
  return (
    <Page
      title={words.accounts}
      crumbs={<AdminNav />}
      note={words.count(formatNumber(rows.length))}
      actions={<Button onClick={() => setOpening(true)}>{words.open}</Button>}
    >
      <ListFilters search={search} agencies kinds={kinds} />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable label={words.accounts} rows={rows} columns={columns} rowId={(row) => row.account.id} height="calc(100dvh - 220px)" />
      )}
      {opening && (
        <CommandDialog<AccountOpened>
          spec={openAccountSpec()}
          intro={<p>{words.openIntro}</p>}
          onClose={() => setOpening(false)}
          onDone={(account) => setLink(linkOf(account.invitation))}
        />
      )}
      {link && (
        <SecretDialog title={words.invitation} label={words.invitation} text={words.invitationText} secret={link} onClose={() => setLink(null)} />
      )}
    </Page>
  );
}

export default function AccountsPage() {
  const allowed = useAllowed();
  const accounts = useList("accounts");
  const posts = useList("posts");
  if (!allowed.may("open-account")) {
    return (
      <Page title={words.accounts}>
        <EmptyState title={words.only} />
      </Page>
    );
  }
  return (
    <QueryView query={accounts}>
      {(list) => <QueryView query={posts}>{(all) => <Accounts accounts={list.items} posts={all.items} />}</QueryView>}
    </QueryView>
  );
}
