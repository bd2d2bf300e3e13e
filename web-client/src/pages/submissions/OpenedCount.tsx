// What a number of the completeness counts: the indicators of one agency and period.

import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { get } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { SubmissionGrid, SubmissionGridRow } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { figureText, marksOf, stateOf } from "../../meaning/figures";
import { periodName } from "../../meaning/period";
import { shortPlace } from "../../meaning/place";
import { useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { EmptyState, QueryView } from "../../ui/States";
import { rowsOfCount, type Count } from "./completeness";
import classes from "./FigureTable.module.css";

const words = t.submissions.completeness;

interface Props {
  agency: string;
  period: string;
  programme: string | undefined;
  count: Count;
  onClose: () => void;
}

function Figures({ row }: { row: SubmissionGridRow }) {
  const measure = { unit: row.unit, direction: row.definition.direction };
  if (row.figures.length === 0) return <span className={classes.dim}>{row.withheld ? t.submissions.entry.withheld : t.submissions.entry.empty}</span>;
  return row.figures.map((figure) => (
    <div key={figure.kind}>
      <b>{figure.missing ? t.indicators.missing : figureText(figure, measure)}</b>
      <div className={classes.dim}>{[t.indicators.kinds[figure.kind], t.indicators.stages[stateOf(figure)], ...marksOf(figure)].join(", ")}</div>
    </div>
  ));
}

function useColumns(): Column<SubmissionGridRow>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      { id: "place", header: t.board.columns.place, width: 72, cell: (row) => shortPlace(row.source) },
      {
        id: "name",
        header: t.submissions.entry.indicator,
        width: null,
        min: 200,
        phoneLabel: false,
        cell: (row) => (
          <Link to="/indicators/$id" params={{ id: row.indicator }}>
            {row.name}
          </Link>
        ),
      },
      { id: "programme", header: t.submissions.entry.programme, width: 116, cell: (row) => directory.programmeName(row.programme) },
      { id: "figures", header: t.indicators.value, width: 190, cell: (row) => <Figures row={row} /> },
    ],
    [directory],
  );
}

export function OpenedCount({ agency, period, programme, count, onClose }: Props) {
  const directory = useDirectory();
  const time = useViewTime();
  const columns = useColumns();
  const read = useQuery({
    queryKey: ["list", "submissions", "grid", agency, period, programme ?? "", timeKey(time)],
    queryFn: ({ signal }) => get<SubmissionGrid>("/submission-grid", { agency, period, programme, ...time }, signal),
  });
  const title = words.opened(directory.name(agency), words[count], periodName(period));
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="xl"
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <QueryView query={read}>
        {(grid) => {
          const rows = rowsOfCount(grid.rows, count);
          if (rows.length === 0) return <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />;
          return <DataTable label={title} rows={rows} columns={columns} rowId={(row) => row.submission} height="64dvh" />;
        }}
      </QueryView>
    </Modal>
  );
}
