import { Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useList } from "../../api/queries";
import type { Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { isPast, useViewTime } from "../../state/view-time";
import { ExportButton } from "../../ui/ExportButton";
import { usePageTitle } from "../../ui/Page";
import { PrintedFilter, PrintHead } from "../../ui/PrintHead";
import { usePrinting } from "../../ui/printing";
import { EmptyState, QueryView } from "../../ui/States";
import classes from "./BoardPage.module.css";
import { CardColumns } from "./CardColumns";
import { CardList } from "./CardList";
import { CountStrips } from "./CountStrips";
import { exportQuery, hasScreenMarks } from "./export-query";
import { select } from "./filter";
import { FilterLine } from "./FilterLine";
import { filterWords } from "./filter-words";
import { isFiltered, type BoardSearch } from "./search";
import { TaskTable } from "./TaskTable";
import { useDoubted } from "./use-doubted";

const route = getRouteApi("/board");

const layouts = [
  { value: "cards", label: t.board.cards },
  { value: "table", label: t.board.table },
];

export default function BoardPage() {
  usePageTitle(t.board.title);
  const tasks = useList("tasks");
  return <QueryView query={tasks}>{(list) => <Board tasks={list.items} />}</QueryView>;
}

function Board({ tasks }: { tasks: readonly Task[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const directory = useDirectory();
  const doubted = useDoubted();
  const phone = useMediaQuery("(max-width: 767px)") ?? false;
  const printing = usePrinting(); // on paper cards are a table
  const change = useCallback((part: BoardSearch) => void navigate({ search: (old) => ({ ...old, ...part }), replace: true }), [navigate]);
  const selection = useMemo(() => select(tasks, search, { directory, doubted }), [tasks, search, directory, doubted]);
  const clear = () => void navigate({ search: (old) => ({ view: old.view, as_of: old.as_of, status_date: old.status_date }) });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t.board.title}</h1>
        <span className={classes.shown} role="status">
          {t.board.shown(formatNumber(selection.shown.length), formatNumber(selection.counts.total))}
        </span>
        <SegmentedControl
          size="xs"
          data={layouts}
          value={search.view ?? "cards"}
          onChange={(view) => change({ view: view === "table" ? "table" : undefined })}
          aria-label={t.board.layout}
        />
        <ExportButton path="/tasks.xlsx" query={exportQuery(search)} refused={hasScreenMarks(search) ? t.tables.markedOnly : undefined} />
      </div>
      <PrintHead />
      <PrintedFilter parts={filterWords(search, directory)} />
      <CountStrips counts={selection.counts} distinct={selection.distinct} search={search} change={change} />
      <FilterLine search={search} change={change} clear={clear} />
      <div className={classes.body}>
        {selection.shown.length === 0 ? (
          <NoTasks filtered={isFiltered(search)} clear={clear} />
        ) : printing || search.view === "table" ? (
          <TaskTable shown={selection.shown} all={tasks} doubted={doubted} />
        ) : phone ? (
          <CardList tasks={selection.shown} doubted={doubted} />
        ) : (
          <CardColumns tasks={selection.shown} search={search} doubted={doubted} />
        )}
      </div>
    </div>
  );
}

function NoTasks({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const time = useViewTime();
  if (!filtered)
    return (
      <EmptyState title={isPast(time) ? t.states.pastTitle : t.states.emptyTitle} text={isPast(time) ? t.states.pastText : undefined} />
    );
  return (
    <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText}>
      <Button variant="default" onClick={clear}>
        {t.states.clearFilters}
      </Button>
    </EmptyState>
  );
}
