import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList, useOne } from "../../api/queries";
import type { Account, Post } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { useAllowed } from "../../state/allowed";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Moment } from "../../ui/Moment";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { AccountActions } from "./AccountActions";
import { stateOf } from "./AccountsPage";
import { AdminNav } from "./AdminNav";
import { standingOn, tenureText } from "../../meaning/tenure";
import { Tokens } from "./Tokens";

const route = getRouteApi("/admin/accounts/$id");
const words = t.people.admin;
const own = t.people.account;
const none: readonly Post[] = [];
type Held = Account["posts"][number];

function useColumns(): Column<Held>[] {
  const posts = useList("posts").data?.items ?? none;
  const directory = useDirectory();
  return useMemo(() => {
    const byId = new Map(posts.map((post) => [post.id, post]));
    const agency = (row: Held) => byId.get(row.post)?.agency ?? "";
    return [
      {
        id: "post",
        header: t.people.fields.post,
        width: null,
        min: 180,
        phoneLabel: false,
        cell: (row) => (
          <Link to="/admin/posts/$id" params={{ id: row.post }}>
            {byId.get(row.post)?.title ?? row.post}
          </Link>
        ),
      },
      { id: "agency", header: t.people.fields.agency, width: null, min: 160, cell: (row) => directory.name(agency(row)) },
      { id: "capacity", header: t.people.fields.capacity, width: 150, cell: (row) => t.people.capacities[row.capacity] },
      { id: "tenure", header: t.people.fields.tenure, width: 190, cell: tenureText },
      { id: "standing", header: t.people.fields.status, width: 100, cell: (row) => words[standingOn(row, todayInVietnam())] },
    ];
  }, [posts, directory]);
}

function AccountView({ account }: { account: Account }) {
  const allowed = useAllowed();
  const columns = useColumns();
  const administrator = allowed.may("close-account");
  return (
    <Page title={account.name ?? words.noName} crumbs={<AdminNav />} actions={administrator && <AccountActions account={account} />}>
      <TwoColumns
        main={
          <>
            <Section>
              <Facts
                rows={[
                  [own.username, account.username],
                  [own.email, account.email],
                  [t.people.fields.kind, account.kind && words[account.kind]],
                  [t.people.fields.status, words[stateOf(account)]],
                  [t.people.fields.lastSignIn, account.last_signed_in_at ? <Moment key="seen" instant={account.last_signed_in_at} relative /> : words.never],
                  [own.id, <code key="id">{account.id}</code>],
                ]}
              />
            </Section>
            <Section title={words.history}>
              {account.posts.length === 0 ? (
                <EmptyState title={words.noPosts} />
              ) : (
                <DataTable label={words.history} rows={account.posts} columns={columns} rowId={(row) => `${row.post} ${row.from} ${row.capacity}`} />
              )}
            </Section>
            {administrator && (account.kind === "machine" || account.tokens.length > 0) && <Tokens account={account} />}
          </>
        }
        side={<ActivityPanel collection="accounts" id={account.id} quiet />}
      />
    </Page>
  );
}

export default function AccountPage() {
  const { id } = route.useParams();
  const account = useOne("accounts", id);
  return <QueryView query={account}>{(shown) => <AccountView account={shown} />}</QueryView>;
}
