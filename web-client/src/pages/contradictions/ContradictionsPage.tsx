// What contradicts itself in the papers, both places as printed, and whether anybody has noted it.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { foundQuery } from "../../api/queries";
import type { Contradiction, Listed } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { pageOf } from "../../meaning/subject";
import { useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { Quote } from "../../ui/Quote";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import classes from "./Contradictions.module.css";
import { Verbs } from "./Verbs";

const route = getRouteApi("/contradictions");
const words = t.contradictions;
const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const wordsOf = (row: Contradiction) => row.places.map((place) => place.text);

interface Found extends Listed<Contradiction> {
  counts: { kind: string; covered: number; uncovered: number }[];
}

function Place({ place }: { place: Contradiction["places"][number] }) {
  const directory = useDirectory();
  const to = pageOf(place.subject);
  const where = [place.programme && directory.programmeName(place.programme), place.source && shortPlace(place.source)]
    .filter(Boolean)
    .join(", ");
  return (
    <Quote
      place={
        <>
          {where} {to && <Link to={to}>{words.open}</Link>}
        </>
      }
    >
      {place.text.startsWith(place.title) ? null : <p className={classes.note}>{place.title}</p>}
      <p>“{place.text}”</p>
    </Quote>
  );
}

function Cover({ row }: { row: Contradiction }) {
  if (row.doubts.length === 0 && row.links.length === 0) return <p className={classes.open}>{words.uncovered}</p>;
  return (
    <p className={classes.note}>
      {row.settled && <strong>{words.settled}. </strong>}
      {row.doubts.map((doubt) => (
        <Link key={doubt.id} to="/doubts/$id" params={{ id: doubt.id }} className={classes.cover}>
          {words.byDoubts}: {doubt.text}
        </Link>
      ))}
      {row.links.length > 0 && (
        <Link to="/links" search={{ state: row.settled ? "linked" : "proposed" }} className={classes.cover}>
          {words.byLinks}: {formatNumber(row.links.length)}
        </Link>
      )}
    </p>
  );
}

const pageSize = 30;

function Rows({ list }: { list: Found }) {
  const search = route.useSearch();
  const rows = useFound(list.items, search.q, wordsOf);
  const [shown, setShown] = useState(pageSize);
  if (rows.length === 0) return <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />;
  return (
    <>
      <p className={classes.note} role="status">
        {words.count(formatNumber(rows.length))}
      </p>
      <ul className={classes.list}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.id} className={classes.row}>
            <h2 className={classes.kind}>
              {words.kind[row.kind] ?? row.kind}
              {row.score < 99 && row.places.length > 1 && <span className={classes.note}> {t.links.score(formatNumber(row.score))}</span>}
            </h2>
            <div className={classes.sides}>
              {row.places.map((place, index) => (
                <Place key={index} place={place} />
              ))}
            </div>
            <Cover row={row} />
            <Verbs row={row} />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + pageSize)}>
          {words.more(formatNumber(Math.min(pageSize, rows.length - shown)))}
        </Button>
      )}
    </>
  );
}

function counted(list: Found | undefined): Record<string, string> {
  const labels = { ...words.kind };
  for (const { kind, covered, uncovered } of list?.counts ?? [])
    labels[kind] = `${labels[kind] ?? kind} (${formatNumber(covered + uncovered)})`;
  return labels;
}

export default function ContradictionsPage() {
  const search = route.useSearch();
  const time = useViewTime();
  const directory = useDirectory();
  const filter: Record<string, string> = {};
  if (search.programme) filter["programme"] = search.programme;
  if (search.kind) filter["kind"] = search.kind;
  if (search.state) filter["covered"] = String(search.state === "covered");
  const query = useQuery(foundQuery<Found>("contradictions", "/contradictions", filter, time));
  return (
    <Page
      title={words.title}
      note={words.intro}
      crumbs={
        <>
          <Link to="/doubts">{t.registers.doubts.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/links">{t.links.nav}</Link>
        </>
      }
    >
      <ListFilters
        search={search}
        programmes={directory.programmeIds()}
        kinds={{ label: words.kindLabel, options: options(counted(query.data)) }}
        states={{ label: words.coverLabel, options: options(words.cover) }}
        sheet="contradictions"
        sheetQuery={filter}
        unexported={search.q ? t.tables.sifted : undefined}
      />
      <QueryView query={query}>{(list) => <Rows list={list} />}</QueryView>
    </Page>
  );
}
