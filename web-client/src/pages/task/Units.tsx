import { Button, Menu, Select, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Assignment, Task } from "../../api/types";
import { formatMoment } from "../../format/date";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import type { TaskCommandId } from "../../meaning/command-ids";
import { useDirectory, type Directory } from "../../meaning/directory";
import { assignmentCommands } from "../../meaning/fitting";
import { matches, queryWords, searchText } from "../../meaning/fold";
import type { Relation } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import type { Allowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { StatusBadge, TimelinessBadge } from "../../ui/Badges";
import { DataTable, type Column } from "../../ui/DataTable";
import classes from "./TaskPage.module.css";

const route = getRouteApi("/tasks/$id");

interface Props {
  task: Task;
  assignments: readonly Assignment[];
  relation: Relation;
  allowed: Allowed;
}

function UnitMenu({ assignment, commands }: { assignment: Assignment; commands: readonly TaskCommandId[] }) {
  const navigate = route.useNavigate();
  if (commands.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {t.task.otherActions}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map((command) => (
          <Menu.Item key={command} onClick={() => void navigate({ search: (old) => ({ ...old, do: command, unit: assignment.unit }) })}>
            {t.commands.names[command]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const filterFrom = 12; // units

function filtered(assignments: readonly Assignment[], search: string, state: string | null, directory: Directory): readonly Assignment[] {
  const asked = queryWords(search);
  return assignments.filter(
    (row) => (state === null || row.timeliness === state) && (asked.length === 0 || matches(searchText([directory.name(row.unit)]), asked)),
  );
}

interface FilterProps {
  search: string;
  state: string | null;
  shown: number;
  all: number;
  onSearch: (text: string) => void;
  onState: (state: string | null) => void;
}

function Filter({ search, state, shown, all, onSearch, onState }: FilterProps) {
  const states = Object.entries(t.timeliness).map(([value, label]) => ({ value, label }));
  return (
    <div className={classes.unitFilter} data-no-print>
      <TextInput
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        placeholder={t.fanout.collective.unitFilter}
        aria-label={t.fanout.collective.unitFilter}
      />
      <Select data={states} value={state} onChange={onState} clearable placeholder={t.fanout.collective.allStates} aria-label={t.board.columns.timeliness} />
      <span className={classes.note}>{t.fanout.collective.unitsShown(formatNumber(shown), formatNumber(all))}</span>
    </div>
  );
}

export function Units({ task, assignments, relation, allowed }: Props) {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const [search, setSearch] = useState("");
  const [state, setState] = useState<string | null>(null);
  const columns = useMemo<Column<Assignment>[]>(
    () => [
      {
        id: "unit",
        header: t.task.unit,
        width: null,
        min: 200,
        cell: (row) => <AgencyLink id={row.unit} />,
        sortBy: (row) => directory.name(row.unit),
      },
      {
        id: "status",
        header: t.board.columns.status,
        width: 150,
        cell: (row) => <StatusBadge status={row.status} />,
        sortBy: (row) => row.status,
      },
      {
        id: "timeliness",
        header: t.board.columns.timeliness,
        width: 160,
        cell: (row) => <TimelinessBadge timeliness={row.timeliness} />,
        sortBy: (row) => row.timeliness,
      },
      {
        id: "percent",
        header: t.board.columns.progress,
        width: 60,
        right: true,
        cell: (row) => (row.progress_percent === null ? "" : formatPercent(row.progress_percent)),
        sortBy: (row) => row.progress_percent,
      },
      {
        id: "updated",
        header: t.board.columns.updated,
        nowrap: true,
        width: 140,
        cell: (row) => (row.updated_at ? formatMoment(row.updated_at) : ""),
        sortBy: (row) => row.updated_at,
      },
      {
        id: "do",
        header: t.task.otherActions,
        width: 96,
        cell: (row) => !past && <UnitMenu assignment={row} commands={assignmentCommands(row, row.unit === acting, relation, allowed)} />,
      },
    ],
    [directory, acting, relation, allowed, past],
  );
  const shown = useMemo(() => filtered(assignments, search, state, directory), [assignments, search, state, directory]);
  return (
    <>
      {assignments.length >= filterFrom && <Filter search={search} state={state} shown={shown.length} all={assignments.length} onSearch={setSearch} onState={setState} />}
      <DataTable label={`${t.task.units}: ${task.title}`} rows={shown} columns={columns} rowId={(row) => row.id} height="480px" />
    </>
  );
}
