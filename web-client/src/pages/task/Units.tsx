import { Button, Menu } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Assignment, Task } from "../../api/types";
import { formatMoment } from "../../format/date";
import { formatPercent } from "../../format/number";
import { t } from "../../i18n";
import type { TaskCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { assignmentCommands } from "../../meaning/fitting";
import type { Relation } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import type { Allowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { StatusBadge, TimelinessBadge } from "../../ui/Badges";
import { DataTable, type Column } from "../../ui/DataTable";

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

export function Units({ task, assignments, relation, allowed }: Props) {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
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
  return <DataTable label={`${t.task.units}: ${task.title}`} rows={assignments} columns={columns} rowId={(row) => row.id} height="480px" />;
}
