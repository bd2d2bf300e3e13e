import { Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Assignment, LuuDocument } from "../../api/types";
import { formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { ActAs } from "../../frame/ActAs";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { isInCharge } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { Cards } from "./Cards";
import { useDocumentBook } from "./documents";
import { Grid } from "./Grid";
import classes from "./Grid.module.css";
import { stateOf, type Edits } from "./model";
import { useGrid } from "./use-grid";

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
    <div className={classes.message}>
      {words.otherAgency(directory.name(agency))}
      <div className={classes.buttons}>
        <ActAs agency={agency} compact />
      </div>
    </div>
  );
}

// Brings the first place that was refused into view.
function useRefusalInView(refusals: number): void {
  useEffect(() => {
    if (refusals > 0) document.querySelector("[data-fault]")?.scrollIntoView({ block: "center" });
  }, [refusals]);
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

interface GridProps {
  agency: string;
  all: readonly Assignment[];
  documents: readonly LuuDocument[];
}

function OpeningGrid({ agency, all, documents }: GridProps) {
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const book = useDocumentBook(documents);
  const confirms = useMayConfirm(agency);
  const grid = useGrid(agency, all, book, confirms);
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
  useRefusalInView(grid.refusals);
  const shared = {
    book,
    rows,
    edits: grid.edits,
    faults: grid.faults,
    writable,
    onCell: grid.onCell,
    onKeep: grid.onKeep,
    onDrop: grid.onDrop,
  };
  return (
    <>
      {!writable && !past && <OtherAgency agency={agency} />}
      {grid.message && (
        <div className={classes.message} role="alert">
          {grid.message}
        </div>
      )}
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
        {grid.restoredFrom && grid.edited > 0 && (
          <span className={classes.note}>{t.commands.draftKept(formatMoment(grid.restoredFrom))}</span>
        )}
        {!grid.kept && <span className={classes.note}>{t.commands.notKept}</span>}
        {writable && (
          <Button size="compact-sm" variant="subtle" onClick={() => setRegistering(true)}>
            {words.registerDocument}
          </Button>
        )}
        {grid.canUndo && (
          <Button size="compact-sm" variant="default" onClick={grid.undo}>
            {words.undo}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} />
      ) : phone ? (
        <Cards {...shared} />
      ) : (
        <Grid {...shared} onPaste={(row, column, block) => grid.onPaste(rows, row, column, block)} />
      )}
      {(writable || grid.waiting > 0) && (
        <div className={classes.foot}>
          {!phone && writable && <span className={classes.keys}>{words.keys}</span>}
          {grid.edited > 0 && (
            <Button variant="subtle" onClick={grid.discard}>
              {words.discard}
            </Button>
          )}
          {grid.waiting > 0 && (
            <Button variant="default" loading={grid.sending} onClick={() => void grid.confirm()} title={words.confirmText}>
              {words.confirm(formatNumber(grid.waiting))}
            </Button>
          )}
          {writable && (
            <Button disabled={grid.edited === 0} loading={grid.sending} onClick={() => void grid.send()}>
              {words.send(formatNumber(grid.edited))}
            </Button>
          )}
        </div>
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
            {(list) => <OpeningGrid key={id} agency={id} all={list.items} documents={known.items} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
