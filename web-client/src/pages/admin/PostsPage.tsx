import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Post, Role } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { registerPostSpec } from "../../forms/specs/people";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { DataTable, type Column } from "../../ui/DataTable";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import { AdminNav } from "./AdminNav";
import { Holders } from "./Holders";
import { standingOn } from "../../meaning/tenure";

const route = getRouteApi("/admin/posts");
const words = t.people.admin;
const roles = Object.keys(t.people.roles) as Role[];
const kinds = { label: t.people.fields.role, options: roles.map((value) => ({ value, label: t.people.roles[value] })) };

function useColumns(): Column<Post>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      {
        id: "title",
        header: t.people.fields.title,
        width: null,
        min: 200,
        phoneLabel: false,
        sortBy: (row) => row.title,
        cell: (row) => (
          <Link to="/admin/posts/$id" params={{ id: row.id }}>
            {row.title}
          </Link>
        ),
      },
      {
        id: "agency",
        header: t.people.fields.agency,
        width: null,
        min: 200,
        sortBy: (row) => directory.name(row.agency),
        cell: (row) => directory.name(row.agency),
      },
      {
        id: "role",
        header: t.people.fields.role,
        width: 180,
        sortBy: (row) => roles.indexOf(row.role),
        cell: (row) => t.people.roles[row.role],
      },
      { id: "holder", header: t.people.fields.holder, width: null, min: 200, cell: (row) => <Holders post={row} /> },
    ],
    [directory],
  );
}

function Posts({ all, administrator, own }: { all: readonly Post[]; administrator: boolean; own: string | undefined }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const committees = useList("committees").data?.items ?? [];
  const columns = useColumns();
  const [registering, setRegistering] = useState(false);
  const chosen = useMemo(
    () =>
      all.filter(
        (post) =>
          (!search.kind || post.role === search.kind) && (!search.agency || directory.includes([search.agency], post.agency)),
      ),
    [all, search.kind, search.agency, directory],
  );
  const wordsOf = useMemo(() => (post: Post) => [post.title, directory.name(post.agency), t.people.roles[post.role], post.id], [directory]);
  const rows = useFound(chosen, search.q, wordsOf);
  const today = todayInVietnam();
  const vacant = rows.filter((post) => !post.holdings.some((one) => standingOn(one, today) === "now")).length;
  return (
    <Page
      title={words.posts}
      crumbs={<AdminNav />}
      note={`${words.countPosts(formatNumber(rows.length))}${vacant > 0 ? `, ${formatNumber(vacant)} ${words.vacant.toLowerCase()}` : ""}`}
      actions={administrator && <Button onClick={() => setRegistering(true)}>{words.register}</Button>}
    >
      <ListFilters
        search={search}
        agencies={administrator}
        kinds={kinds}
        sheet="posts"
        sheetQuery={{ q: search.q, agency: search.agency ?? own, role: search.kind }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable label={words.posts} rows={rows} columns={columns} rowId={(row) => row.id} height="calc(100dvh - 220px)" />
      )}
      {registering && <CommandDialog spec={registerPostSpec(committees)} onClose={() => setRegistering(false)} />}
    </Page>
  );
}

export default function PostsPage() {
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const administrator = allowed.may("register-post");
  // A head looks after the posts of its own agency.
  const own = administrator || !acting ? undefined : acting;
  const posts = useList("posts", own ? { agency: own } : {});
  if (!administrator && !(allowed.may("fill-post") && allowed.has("head"))) {
    return (
      <Page title={words.posts}>
        <EmptyState title={words.onlyPosts} />
      </Page>
    );
  }
  return <QueryView query={posts}>{(list) => <Posts all={list.items} administrator={administrator} own={own} />}</QueryView>;
}
