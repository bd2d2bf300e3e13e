import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Programme } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { citedPlace } from "../../meaning/place";
import { DataTable, type Column } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { StackedBar } from "../../ui/StackedBar";

type Row = Programme["sections"][number];

const words = t.registers.programmes;
const keyOf = (row: Row): string => [row.annex, row.section].filter(Boolean).join(".");
const isAnnex = (row: Row): boolean => row.section === null;

// The headings of the plan in printed order, each with how its tasks stand.
export function Sections({ programme }: { programme: Programme }) {
  const rows = useMemo(() => programme.sections.map((row, index) => ({ ...row, key: `${keyOf(row)}-${index}` })), [programme.sections]);
  const columns = useMemo<Column<Row & { key: string }>[]>(
    () => [
      {
        id: "place",
        header: words.section,
        width: 110,
        cell: (row) => citedPlace({ annex: isAnnex(row) ? row.annex : null, section: row.section, number: null }),
      },
      {
        id: "title",
        header: words.sectionTitle,
        width: null,
        min: 240,
        phoneLabel: false,
        cell: (row) =>
          row.counts.total > 0 && !isAnnex(row) ? (
            <Link to="/board" search={{ programme: programme.id, section: keyOf(row) }}>
              {row.title}
            </Link>
          ) : (
            row.title
          ),
      },
      {
        id: "tasks",
        header: words.tasks,
        width: 90,
        right: true,
        cell: (row) => (row.counts.total > 0 ? formatNumber(row.counts.total) : ""),
      },
      {
        id: "done",
        header: t.status.completed,
        width: 100,
        right: true,
        cell: (row) => (row.counts.total > 0 ? formatNumber(row.counts.status.completed) : ""),
      },
      { id: "bar", header: words.progress, width: 150, cell: (row) => (row.counts.total > 0 ? <StackedBar counts={row.counts} /> : "") },
    ],
    [programme.id],
  );
  return (
    <Section title={words.sections}>
      <DataTable label={words.sections} rows={rows} columns={columns} rowId={(row) => row.key} isGroup={isAnnex} />
    </Section>
  );
}
