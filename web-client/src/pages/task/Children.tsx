import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Task } from "../../api/types";
import { t } from "../../i18n";
import { DataTable } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { useTaskColumns } from "../board/TaskTable";
import { useDoubted } from "../board/use-doubted";

const wanted = ["place", "title", "lead", "due", "status", "timeliness"];

export function Children({ parent }: { parent: Task }) {
  const tasks = useList("tasks").data?.items;
  const columns = useTaskColumns(useDoubted(), false);
  const children = useMemo(() => (tasks ?? []).filter((task) => task.parent === parent.id), [tasks, parent.id]);
  const shown = useMemo(() => columns.filter((column) => wanted.includes(column.id)), [columns]);
  return (
    <Section title={t.task.children}>
      <DataTable label={t.task.children} rows={children} columns={shown} rowId={(task) => task.id} />
    </Section>
  );
}
