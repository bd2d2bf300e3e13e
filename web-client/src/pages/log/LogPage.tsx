// The history of everything, newest first.

import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { wholeHistoryQuery, type ListFilter } from "../../api/queries";
import type { HistoryItem } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { pageOf } from "../../meaning/subject";
import { useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { PersonName } from "../../ui/PersonName";
import { EventEntry } from "../../ui/Timeline";
import timeline from "../../ui/Timeline.module.css";
import { kindOf, useSubjectTitle } from "../../ui/use-subject-title";

const route = getRouteApi("/log");
const words = t.history.page;

const typesOf: Record<string, string> = {
  task: "vn.luuvet.task",
  assignment: "vn.luuvet.assignment",
  thread: "vn.luuvet.thread",
  document: "vn.luuvet.document",
};

const kinds = { label: words.kind, options: Object.keys(typesOf).map((value) => ({ value, label: words.kinds[value] ?? value })) };

const account = "account/";

function nameOf(subject: string, title: (subject: string) => string) {
  return subject.startsWith(account) ? <PersonName account={subject.slice(account.length)} /> : title(subject);
}

function Entries({ items }: { items: readonly HistoryItem[] }) {
  const title = useSubjectTitle([...new Set(items.map((item) => kindOf(item.subject)))]);
  return (
    <ol className={timeline.list}>
      {items.map((item) => {
        const to = pageOf(item.subject);
        return <EventEntry key={item.sequence} item={item} about={to ? <Link to={to}>{nameOf(item.subject, title)}</Link> : undefined} />;
      })}
    </ol>
  );
}

export default function LogPage() {
  const search = route.useSearch();
  const time = useViewTime();
  const directory = useDirectory();
  const [pages, setPages] = useState(1);
  const filter: ListFilter = {
    ...(search.programme ? { programme: search.programme } : {}),
    ...(search.agency ? { agency: search.agency } : {}),
    ...(search.kind && typesOf[search.kind] ? { types: typesOf[search.kind] ?? "" } : {}),
  };
  const query = useQuery({ ...wholeHistoryQuery(filter, time, pages), placeholderData: keepPreviousData });
  return (
    <Page title={t.history.title} note={words.intro}>
      <ListFilters search={search} programmes={[...directory.programmes.keys()]} agencies kinds={kinds} withoutWords />
      <QueryView query={query}>
        {(trail) => (
          <Section>
            {trail.items.length === 0 && <EmptyState title={t.states.noMatchTitle} />}
            <Entries items={trail.items} />
            {trail.next !== null && (
              <Button variant="default" loading={query.isFetching} onClick={() => setPages(pages + 1)}>
                {words.older}
              </Button>
            )}
          </Section>
        )}
      </QueryView>
    </Page>
  );
}
