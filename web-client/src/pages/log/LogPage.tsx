// The history of everything, newest first.

import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useList, wholeHistoryQuery, type ListFilter } from "../../api/queries";
import type { HistoryItem } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { pageOf } from "../../meaning/subject";
import { useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { EventEntry } from "../../ui/Timeline";
import timeline from "../../ui/Timeline.module.css";

const route = getRouteApi("/log");
const words = t.history.page;

const typesOf: Record<string, string> = {
  task: "vn.luuvet.task",
  assignment: "vn.luuvet.assignment",
  thread: "vn.luuvet.thread",
  document: "vn.luuvet.document",
};

const kinds = { label: words.kind, options: Object.keys(typesOf).map((value) => ({ value, label: words.kinds[value] ?? value })) };

function useSubjectTitle(): (subject: string) => string {
  const directory = useDirectory();
  const tasks = useList("tasks").data?.items;
  const documents = useList("documents").data?.items;
  return (subject) => {
    const page = pageOf(subject);
    const id = page?.slice(page.lastIndexOf("/") + 1) ?? subject;
    if (page?.startsWith("/tasks/")) return tasks?.find((task) => task.id === id)?.title ?? id;
    if (page?.startsWith("/documents/")) return documents?.find((document) => document.id === id)?.abstract ?? id;
    if (page?.startsWith("/programmes/")) return directory.programmeName(id);
    return page?.startsWith("/agenc") ? directory.name(id) : id;
  };
}

function Entries({ items }: { items: readonly HistoryItem[] }) {
  const title = useSubjectTitle();
  return (
    <ol className={timeline.list}>
      {items.map((item) => {
        const to = pageOf(item.subject);
        return <EventEntry key={item.sequence} item={item} about={to ? <Link to={to}>{title(item.subject)}</Link> : undefined} />;
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
