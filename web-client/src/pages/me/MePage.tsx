import { Link } from "@tanstack/react-router";
import { t } from "../../i18n";
import { useMemo } from "react";
import type { Me, PostHeld } from "../../api/types";
import { useDirectory } from "../../meaning/directory";
import { mayDelegate } from "../../meaning/delegation";
import { failedSignIns, me } from "../../state/me";
import { useStore } from "../../state/store";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Moment } from "../../ui/Moment";
import { Page, Section } from "../../ui/Page";
import { EmptyState } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { tenureText } from "../../meaning/tenure";
import { ChangePassword } from "./ChangePassword";
import { RecentSignIns } from "./RecentSignIns";
import { LinkProvider } from "./LinkProvider";
import { Sessions } from "./Sessions";

const words = t.people.account;
const fields = t.people.fields;

type Row = PostHeld & { agency: string };

function Posts({ who }: { who: Me }) {
  const directory = useDirectory();
  const rows = who.agencies.flatMap((one) => one.posts.map((post): Row => ({ ...post, agency: one.agency })));
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: "title", header: fields.title, width: null, min: 140, phoneLabel: false, cell: (row) => row.title },
      { id: "agency", header: fields.agency, width: null, min: 160, cell: (row) => directory.name(row.agency) },
      { id: "role", header: fields.role, width: 150, cell: (row) => t.people.roles[row.role] },
      { id: "capacity", header: fields.capacity, width: 130, cell: (row) => t.people.capacities[row.capacity] },
      { id: "tenure", header: fields.tenure, width: 180, cell: tenureText },
    ],
    [directory],
  );
  if (rows.length === 0) return <EmptyState title={words.noPosts} text={t.board.mine.chooseText} />;
  return <DataTable label={words.posts} rows={rows} columns={columns} rowId={(row) => `${row.post} ${row.from} ${row.capacity}`} />;
}

function Failed() {
  const failed = useStore(failedSignIns);
  if (failed.length === 0) return <p style={{ color: "var(--lv-dim)" }}>{words.noFailed}</p>;
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {failed.map((one, index) => (
        <li key={index}>
          <Moment instant={one.at} relative />, {one.address}
        </li>
      ))}
    </ul>
  );
}

export default function MePage() {
  const who = useStore(me);
  if (!who) return null;
  return (
    <Page title={words.title}>
      <TwoColumns
        main={
          <>
            <Section title={words.who}>
              <Facts
                rows={[
                  [words.name, who.name],
                  [words.username, who.username],
                  [words.email, who.email],
                  [words.id, <code key="id">{who.account}</code>],
                ]}
              />
            </Section>
            <Section
              title={words.posts}
              actions={who.agencies.some((one) => one.posts.some(mayDelegate)) && <Link to="/delegation">{t.inside.delegation.title}</Link>}
            >
              <Posts who={who} />
            </Section>
            <Section title={words.sessions} note={words.sessionsText}>
              <Sessions />
            </Section>
          </>
        }
        side={
          <>
            <Section title={words.password}>
              <ChangePassword />
            </Section>
            <Section title={t.access.recent} note={t.access.recentText}>
              <RecentSignIns />
            </Section>
            <LinkProvider />
            <Section title={words.failed}>
              <Failed />
            </Section>
          </>
        }
      />
    </Page>
  );
}
