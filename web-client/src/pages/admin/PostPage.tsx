import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList, useOne } from "../../api/queries";
import type { Committee, Holding, Post } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import { accountOptions, amendPostSpec, fillPostSpec, vacatePostSpec } from "../../forms/specs/people";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed, type Allowed } from "../../state/allowed";
import { me } from "../../state/me";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { PersonName } from "../../ui/PersonName";
import { EmptyState, QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { AdminNav } from "./AdminNav";
import { standingOn, tenureText } from "../../meaning/tenure";

const route = getRouteApi("/admin/posts/$id");
const words = t.people.admin;
const fields = t.people.fields;
const none: readonly Committee[] = [];
const ofHeads = ["officer", "deputy", "clerk"]; // roles that a head gives in its own agency

function mayFill(post: Post, allowed: Allowed, acting: string | null): boolean {
  if (allowed.may("register-post")) return true;
  return allowed.may("fill-post") && allowed.has("head") && post.agency === acting && ofHeads.includes(post.role);
}

function columnsFor(administrator: boolean, onVacate: ((holding: Holding) => void) | null): Column<Holding>[] {
  const standing = (row: Holding) => standingOn(row, todayInVietnam());
  const name = (row: Holding) => <PersonName account={row.account} />;
  return [
    {
      id: "account",
      header: fields.holder,
      width: null,
      min: 200,
      phoneLabel: false,
      cell: (row) =>
        administrator ? (
          <Link to="/admin/accounts/$id" params={{ id: row.account }}>
            {name(row)}
          </Link>
        ) : (
          name(row)
        ),
    },
    { id: "capacity", header: fields.capacity, width: 160, cell: (row) => t.people.capacities[row.capacity] },
    { id: "tenure", header: fields.tenure, width: 190, cell: tenureText },
    { id: "standing", header: fields.status, width: 110, cell: (row) => words[standing(row)] },
    {
      id: "do",
      header: words.vacate,
      width: 100,
      phoneLabel: false,
      cell: (row) =>
        onVacate &&
        standing(row) !== "past" && (
          <Button size="compact-xs" variant="default" onClick={() => onVacate(row)}>
            {words.vacate}
          </Button>
        ),
    },
  ];
}

function Fill({ post, onClose }: { post: Post; onClose: () => void }) {
  const accounts = useList("accounts");
  const self = useStore(me)?.account;
  if (!accounts.data) return null;
  return <CommandDialog spec={fillPostSpec(post, accountOptions(accounts.data.items, self))} intro={<p>{words.fillIntro}</p>} onClose={onClose} />;
}

function PostFacts({ post, committees }: { post: Post; committees: readonly Committee[] }) {
  const areas = post.areas.map((area) => t.area[area] ?? area).join(", ");
  return (
    <Facts
      rows={[
        [fields.role, t.people.roles[post.role]],
        [fields.agency, <AgencyLink key="agency" id={post.agency} />],
        [fields.committee, post.committee && (committees.find((one) => one.id === post.committee)?.name ?? post.committee)],
        [fields.areas, post.role === "deputy" && (areas || fields.allAreas)],
        [fields.pillar, post.pillar],
        [fields.sponsor, post.sponsor && <AgencyLink key="sponsor" id={post.sponsor} />],
      ]}
    />
  );
}

function PostView({ post }: { post: Post }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const committees = useList("committees").data?.items ?? none;
  const [open, setOpen] = useState<"amend" | "fill" | Holding | null>(null);
  const administrator = allowed.may("amend-post");
  const filling = !past && mayFill(post, allowed, acting);
  const columns = useMemo(() => columnsFor(administrator, filling ? setOpen : null), [administrator, filling]);
  const close = () => setOpen(null);
  return (
    <Page
      title={post.title}
      crumbs={<AdminNav />}
      note={directory.name(post.agency)}
      actions={
        <>
          {administrator && !past && (
            <Button variant="default" onClick={() => setOpen("amend")}>
              {words.amend}
            </Button>
          )}
          {filling && <Button onClick={() => setOpen("fill")}>{words.fill}</Button>}
        </>
      }
    >
      <TwoColumns
        main={
          <>
            <Section>
              <PostFacts post={post} committees={committees} />
            </Section>
            <Section title={words.holders}>
              {post.holdings.length === 0 ? (
                <EmptyState title={words.vacant} />
              ) : (
                <DataTable
                  label={words.holders}
                  rows={[...post.holdings].reverse()}
                  columns={columns}
                  rowId={(row) => `${row.account} ${row.from} ${row.capacity}`}
                />
              )}
            </Section>
          </>
        }
        side={<ActivityPanel collection="posts" id={post.id} />}
      />
      {open === "amend" && <CommandDialog spec={amendPostSpec(post, committees)} onClose={close} />}
      {open === "fill" && <Fill post={post} onClose={close} />}
      {open !== null && typeof open === "object" && (
        <CommandDialog spec={vacatePostSpec(post, open)} intro={<PersonName account={open.account} />} onClose={close} />
      )}
    </Page>
  );
}

export default function PostPage() {
  const { id } = route.useParams();
  const post = useOne("posts", id);
  return <QueryView query={post}>{(shown) => <PostView key={shown.id} post={shown} />}</QueryView>;
}
