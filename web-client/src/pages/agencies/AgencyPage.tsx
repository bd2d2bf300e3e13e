import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList, useOne } from "../../api/queries";
import type { Agency, Assignment } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber, formatPercent } from "../../format/number";
import { ActAs } from "../../frame/ActAs";
import { t } from "../../i18n";
import { endText } from "../../meaning/agency";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { statuses, timelinesses } from "../../meaning/status";
import { formerNameInWords } from "../../meaning/values";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink, AgencyNames } from "../../ui/AgencyNames";
import { StatusBadge, TimelinessBadge } from "../../ui/Badges";
import { CountWords } from "../../ui/CountWords";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { AgencyActions } from "./AgencyActions";

const route = getRouteApi("/agencies/$id");
const words = t.registers.agencies;
const none: readonly Assignment[] = [];

function useColumns(): Column<Assignment>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      { id: "place", header: t.board.columns.place, width: 92, cell: (row) => shortPlace(row.source) },
      {
        id: "title",
        header: t.board.columns.title,
        width: null,
        min: 200,
        phoneLabel: false,
        sortBy: (row) => row.title,
        cell: (row) => (
          <>
            <Link to="/tasks/$id" params={{ id: row.task }}>
              {row.title}
            </Link>
            <div style={{ fontSize: 12, color: "var(--lv-dim)" }}>{directory.programmeName(row.programme)}</div>
          </>
        ),
      },
      {
        id: "due",
        header: t.board.columns.due,
        nowrap: true,
        width: 98,
        cell: (row) => (row.window.due ? formatDay(row.window.due) : ""),
        sortBy: (row) => row.window.due,
      },
      {
        id: "status",
        header: t.board.columns.status,
        width: 116,
        cell: (row) => <StatusBadge status={row.status} />,
        sortBy: (row) => statuses.indexOf(row.status),
      },
      {
        id: "timeliness",
        header: t.board.columns.timeliness,
        width: 124,
        cell: (row) => <TimelinessBadge timeliness={row.timeliness} />,
        sortBy: (row) => timelinesses.indexOf(row.timeliness),
      },
      {
        id: "percent",
        header: t.board.columns.progress,
        width: 52,
        right: true,
        cell: (row) => (row.progress_percent === null ? "" : formatPercent(row.progress_percent)),
        sortBy: (row) => row.progress_percent,
      },
    ],
    [directory],
  );
}

function Actions({ agency }: { agency: Agency }) {
  return (
    <>
      <ActAs agency={agency.id} />
      <AgencyActions agency={agency} />
      <Button variant="default" component={Link} to={`/board?agency=${agency.id}`}>
        {words.onBoard}
      </Button>
      {agency.counts.total > 0 && (
        <Button component={Link} to={`/agencies/${agency.id}/opening-state`}>
          {words.openOpening}
        </Button>
      )}
    </>
  );
}

function AgencyView({ agency }: { agency: Agency }) {
  const assignments = useList("assignments", { agency: agency.id }).data?.items ?? none;
  const columns = useColumns();
  const directory = useDirectory();
  return (
    <Page
      title={agency.name}
      subject={`agency/${agency.id}`}
      crumbs={<Link to="/agencies">{words.title}</Link>}
      note={endText(agency, directory)}
      actions={<Actions agency={agency} />}
    >
      <TwoColumns
        main={
          <>
            <Section>
              <Facts
                rows={[
                  [words.kind, t.agencyKind[agency.kind] ?? agency.kind],
                  [words.province, t.province[agency.province] ?? agency.province],
                  [t.bodies.since, agency.from_date && formatDay(agency.from_date)],
                  [t.bodies.ended, agency.ended_on && formatDay(agency.ended_on)],
                  [t.bodies.mergedInto, agency.merged_into && <AgencyLink id={agency.merged_into} />],
                  [t.bodies.formerNames, agency.former_names.map(formerNameInWords).join("; ")],
                  [words.aliases, agency.aliases.join("; ")],
                  [words.inGroups, agency.groups.length > 0 && <AgencyNames ids={agency.groups} />],
                  [words.tasks, formatNumber(agency.counts.total)],
                  [
                    t.plans.nav,
                    agency.missing_unit_plan && (
                      <Link to="/unit-plans" search={{ q: agency.name }}>
                        {t.plans.late}
                      </Link>
                    ),
                  ],
                  [t.board.columns.status, agency.counts.total > 0 && <CountWords counts={agency.counts} axis="status" />],
                  [t.board.columns.timeliness, agency.counts.total > 0 && <CountWords counts={agency.counts} axis="timeliness" />],
                ]}
              />
            </Section>
            {assignments.length > 0 && (
              <Section title={words.assignments} note={words.countNote}>
                <DataTable label={words.assignments} rows={assignments} columns={columns} rowId={(row) => row.id} height="70dvh" />
              </Section>
            )}
          </>
        }
        side={<ActivityPanel collection="agencies" id={agency.id} />}
      />
    </Page>
  );
}

export default function AgencyPage() {
  const { id } = route.useParams();
  const agency = useOne("agencies", id);
  return <QueryView query={agency}>{(shown) => <AgencyView agency={shown} />}</QueryView>;
}
