// Every request for coordination, of all tasks.

import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Coordination } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory, type Directory } from "../../meaning/directory";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { usePrinting } from "../../ui/printing";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import classes from "./Coordination.module.css";
import { filterOf, late, shownOf } from "./filter";
import { Request } from "./Request";

const route = getRouteApi("/coordinations");
const words = t.fanout.coordination;
const step = 50; // requests drawn at once

const options = (vocabulary: Record<string, string>) => Object.entries(vocabulary).map(([value, label]) => ({ value, label }));
const sides = { label: words.side, options: options(words.sides) };
const states = { label: words.state, options: options({ ...words.states, [late]: words.overdue }) };

const wordsOf = (directory: Directory) => (request: Coordination) => [
  request.title,
  request.what,
  directory.name(request.asked_by),
  ...request.asked.map((one) => directory.name(one.agency)),
];

function Requests({ all }: { all: readonly Coordination[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const printing = usePrinting();
  const [drawn, setDrawn] = useState(step);
  const sifted = useMemo(() => shownOf(all, search), [all, search]);
  const found = useFound(sifted, search.q, useMemo(() => wordsOf(directory), [directory]));
  if (found.length === 0) return <EmptyState title={words.none} text={t.states.noMatchText} />;
  const shown = printing ? found : found.slice(0, drawn);
  return (
    <Section>
      <p className={classes.head} role="status">
        {words.count(formatNumber(found.length))}
      </p>
      <ul className={classes.list}>
        {shown.map((request) => (
          <Request key={request.id} request={request} withTask />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button variant="default" onClick={() => setDrawn(drawn + step)}>
          {t.common.more}
        </Button>
      )}
    </Section>
  );
}

export default function CoordinationsPage() {
  const search = route.useSearch();
  const directory = useDirectory();
  const requests = useList("coordinations", filterOf(search));
  return (
    <Page title={words.title} note={words.intro}>
      <ListFilters
        search={search}
        programmes={directory.programmeIds()}
        agencies
        kinds={sides}
        states={states}
        sheet="coordinations"
        sheetQuery={filterOf(search)}
        unexported={search.q || (search.agency && !search.kind) ? t.tables.sifted : undefined}
      />
      <QueryView query={requests}>{(list) => <Requests all={list.items} />}</QueryView>
    </Page>
  );
}
