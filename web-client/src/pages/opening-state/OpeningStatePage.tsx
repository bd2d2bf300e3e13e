import { Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Assignment, LuuDocument } from "../../api/types";
import { formatNumber } from "../../format/number";
import { ActAs } from "../../frame/ActAs";
import { useDocumentBook } from "../../grid/documents";
import { GridMessages } from "../../grid/GridMessages";
import { SaveBar } from "../../grid/SaveBar";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { isInCharge } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Callout } from "../../ui/Callout";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { Cards } from "./Cards";
import { stateOf, type Edits } from "./model";
import { OpeningGrid } from "./OpeningGrid";
import classes from "./OpeningState.module.css";
import { useOpening } from "./use-opening";

const RegisterDocument = lazy(() => import("../../forms/RegisterDocument"));
const route = getRouteApi("/agencies/$id/opening-state");
const words = t.registers.opening;
const filters = ["all", "missing", "entered", "confirmed", "edited"] as const;
type Filter = (typeof filters)[number];

function passes(row: Assignment, filter: Filter, edits: Edits): boolean {
  if (filter === "all") return true;
  return filter === "edited" ? edits[row.id] !== undefined : stateOf(row) === filter;
}

function OtherAgency({ agency }: { agency: string }) {
  const directory = useDirectory();
  return (
    <Callout>
      {words.otherAgency(directory.name(agency))}
      <div className={classes.actAs}>
        <ActAs agency={agency} compact />
      </div>
    </Callout>
  );
}

// The head confirms what the agency, or an outside lead that it sponsors, has entered; a deputy in its areas.
function useMayConfirm(agency: string): (row: Assignment) => boolean {
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const directory = useDirectory();
  const allowed = useAllowed();
  const tasks = useList("tasks").data?.items;
  return useMemo(() => {
    const signs = acting !== null && (acting === agency || directory.sponsoredBy(acting).includes(agency));
    if (past || !signs || !allowed.may("confirm-opening-state")) return () => false;
    const areas = new Map((tasks ?? []).map((task) => [task.id, task.area]));
    return (row) => isInCharge(allowed.posts, areas.get(row.task) ?? "");
  }, [acting, agency, past, directory, allowed, tasks]);
}

interface OpeningProps {
  agency: string;
  all: readonly Assignment[];
  documents: readonly LuuDocument[];
}

function Opening({ agency, all, documents }: OpeningProps) {
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const book = useDocumentBook(documents);
  const confirms = useMayConfirm(agency);
  const grid = useOpening(agency, all, book, confirms);
  const phone = useMediaQuery("(max-width: 767px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const [filter, setFilter] = useState<Filter>("all");
  const [registering, setRegistering] = useState(false);
  const allowed = useAllowed();
  const writable = acting === agency && !past && allowed.may("enter-opening-state");
  // A row stays in view while it is being edited, whatever the filter says.
  const rows = useMemo(
    () => all.filter((row) => passes(row, filter, grid.edits) || (filter !== "all" && grid.edits[row.id])),
    [all, filter, grid.edits],
  );
  const label = (one: Filter) => `${words.filters[one]} (${formatNumber(all.filter((row) => passes(row, one, grid.edits)).length)})`;
  const shared = { book, rows, grid, writable };
  return (
    <>
      {!writable && !past && <OtherAgency agency={agency} />}
      <GridMessages grid={grid} edited={grid.edited} labels={grid.sheet.labels} />
      <div className={classes.tools}>
        <div style={{ maxWidth: "100%", overflowX: "auto" }}>
          <SegmentedControl
            size="xs"
            data={filters.map((one) => ({ value: one, label: label(one) }))}
            value={filter}
            onChange={(next) => setFilter(next as Filter)}
            aria-label={words.only}
          />
        </div>
        {writable && (
          <Button size="compact-sm" variant="subtle" onClick={() => setRegistering(true)}>
            {words.registerDocument}
          </Button>
        )}
      </div>
      {rows.length === 0 ? <EmptyState title={t.states.noMatchTitle} /> : phone ? <Cards {...shared} /> : <OpeningGrid {...shared} />}
      {(writable || grid.waiting > 0) && (
        <SaveBar grid={grid} edited={grid.edited}>
          {grid.waiting > 0 && (
            <Button variant="default" loading={grid.busy} onClick={() => void grid.confirm()} title={words.confirmText}>
              {words.confirm(formatNumber(grid.waiting))}
            </Button>
          )}
          {writable && (
            <Button disabled={grid.edited === 0} loading={grid.busy} onClick={() => void grid.send()}>
              {words.send(formatNumber(grid.edited))}
            </Button>
          )}
        </SaveBar>
      )}
      {registering && (
        <Suspense>
          <RegisterDocument onClose={() => setRegistering(false)} />
        </Suspense>
      )}
    </>
  );
}

export default function OpeningStatePage() {
  const { id } = route.useParams();
  const directory = useDirectory();
  const assignments = useList("assignments", { agency: id });
  const documents = useList("documents");
  return (
    <Page
      title={words.title}
      crumbs={
        <Link to="/agencies/$id" params={{ id }}>
          {directory.name(id)}
        </Link>
      }
      note={words.intro}
    >
      {/* A kept row may name a document: it is judged by all that there are. */}
      <QueryView query={documents}>
        {(known) => (
          <QueryView query={assignments}>
            {(list) => <Opening key={id} agency={id} all={list.items} documents={known.items} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
