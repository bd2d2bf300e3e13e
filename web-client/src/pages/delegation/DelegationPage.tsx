// Who stands in for one's own posts, by order or by mandate; giving and ending it.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useOne } from "../../api/queries";
import type { Holding, Post, PostHeld } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatDay, todayInVietnam } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import { delegateSpec } from "../../forms/specs/people";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { isDelegated, mayDelegate } from "../../meaning/delegation";
import { shortPersonName, usePersonName } from "../../meaning/person";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { DataTable, type Column } from "../../ui/DataTable";
import { Page, Section } from "../../ui/Page";
import { PersonName } from "../../ui/PersonName";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { standingOn, tenureText } from "../../meaning/tenure";

const words = t.inside.delegation;
function columnsFor(onEnd: ((holding: Holding) => void) | null): Column<Holding>[] {
  const standing = (row: Holding) => standingOn(row, todayInVietnam());
  return [
    { id: "who", header: words.who, width: null, min: 180, phoneLabel: false, cell: (row) => <PersonName account={row.account} /> },
    { id: "capacity", header: words.capacity, width: 170, cell: (row) => t.people.capacities[row.capacity] },
    { id: "tenure", header: t.people.fields.tenure, width: 190, cell: tenureText },
    { id: "standing", header: t.people.fields.status, width: 110, cell: (row) => t.people.admin[standing(row)] },
    {
      id: "do",
      header: words.end,
      width: 110,
      phoneLabel: false,
      cell: (row) =>
        onEnd &&
        standing(row) !== "past" && (
          <Button size="compact-xs" variant="default" onClick={() => onEnd(row)}>
            {words.end}
          </Button>
        ),
    },
  ];
}

function End({ post, holding, onClose }: { post: Post; holding: Holding; onClose: () => void }) {
  const directory = useDirectory();
  const write = useWrite<Post>();
  const name = shortPersonName(usePersonName(holding.account), directory.name(post.agency));
  const end = async () => {
    const body = { account: holding.account, on: todayInVietnam() };
    await write.mutateAsync({ path: `/posts/${post.id}/vacate`, body, key: newKey(), subjects: [`post/${post.id}`] });
    tell(words.ended);
  };
  return <ConfirmDialog title={words.end} text={words.endText(name)} danger onSure={end} onClose={onClose} />;
}

function Delegations({ post, held, writable }: { post: Post; held: PostHeld; writable: boolean }) {
  const directory = useDirectory();
  const [open, setOpen] = useState<"add" | Holding | null>(null);
  const rows = useMemo(() => post.holdings.filter((one) => isDelegated(one)).reverse(), [post.holdings]);
  const columns = useMemo(() => columnsFor(writable ? setOpen : null), [writable]);
  const close = () => setOpen(null);
  return (
    <Section
      title={words.post(post.title, directory.name(post.agency))}
      note={words.own(`${t.people.capacities[held.capacity]}, ${tenureText(held)}`)}
      actions={writable && <Button onClick={() => setOpen("add")}>{words.add}</Button>}
    >
      {rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DataTable label={words.title} rows={rows} columns={columns} rowId={(row) => `${row.account} ${row.from} ${row.capacity}`} />
      )}
      {open === "add" && <CommandDialog spec={delegateSpec(post, formatDay(todayInVietnam()))} onClose={close} />}
      {open !== null && typeof open === "object" && <End post={post} holding={open} onClose={close} />}
    </Section>
  );
}

function OfPost({ held, writable }: { held: PostHeld; writable: boolean }) {
  const post = useOne("posts", held.post);
  return <QueryView query={post}>{(shown) => <Delegations post={shown} held={held} writable={writable} />}</QueryView>;
}

export default function DelegationPage() {
  const allowed = useAllowed();
  const agency = useStore(actingFor);
  const past = isPast(useViewTime());
  const own = allowed.posts.filter(mayDelegate);
  return (
    <Page title={words.title} crumbs={<Link to="/me">{t.people.account.title}</Link>} note={words.intro}>
      {own.length === 0 ? (
        <EmptyState title={words.only} />
      ) : (
        own.map((held) => <OfPost key={`${agency} ${held.post}`} held={held} writable={!past && allowed.may("fill-post")} />)
      )}
    </Page>
  );
}
