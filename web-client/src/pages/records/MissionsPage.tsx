// Nhiệm vụ KH&CN: all of them, with their stage and their money.

import { Button, NativeSelect } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Mission } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatMillions, formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { orderMissionSpec } from "../../forms/specs/records";
import { t } from "../../i18n";
import { useDirectory, type Directory } from "../../meaning/directory";
import { periodName } from "../../meaning/period";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ChangeMark } from "../../ui/ChangeMark";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import { MissionCounts, useMissionCounts, type CountFilter } from "./MissionCounts";
import { NothingYet, OrganisationName, useProgrammes } from "./parts";
import classes from "./Records.module.css";
import { RecordTabs } from "./RecordTabs";

const route = getRouteApi("/missions");
const words = t.records;
const late = "overdue";
const options = (vocabulary: Record<string, string>) => Object.entries(vocabulary).map(([value, label]) => ({ value, label }));
const kinds = { label: words.missions.stage, options: options(words.stages) };
const states = { label: words.missions.state, options: [{ value: late, label: words.missions.overdueOnly }] };

const isLate = (row: Mission): boolean => row.follow_up_overdue || (row.overdue_milestones > 0 && row.stage !== "stopped" && row.stage !== "followed-up");

function Due({ row }: { row: Mission }) {
  if (!row.follow_up_due) return isLate(row) ? <span className={classes.late}>{words.milestones.late}</span> : null;
  const day = formatDay(row.follow_up_due);
  return row.follow_up_overdue ? <span className={classes.late}>{words.missions.followUpLate(day)}</span> : <span>{words.missions.followUpDue(day)}</span>;
}

const columns: Column<Mission>[] = [
  {
    id: "title",
    header: words.fields["title"] ?? "",
    width: null,
    min: 280,
    phoneLabel: false,
    sortBy: (row) => row.title,
    cell: (row) => (
      <>
        <Link to="/missions/$id" params={{ id: row.id }}>
          {row.title}
        </Link>{" "}
        <ChangeMark subject={`mission/${row.id}`} />
      </>
    ),
  },
  { id: "stage", header: words.missions.stage, width: 170, cell: (row) => words.stages[row.stage], sortBy: (row) => Object.keys(words.stages).indexOf(row.stage) },
  { id: "host", header: words.fields["host"] ?? "", width: 210, cell: (row) => <OrganisationName of={row.host} /> },
  {
    id: "money",
    header: words.missions.disbursed,
    width: 190,
    right: true,
    cell: (row) => row.contract && words.missions.disbursedOf(formatMillions(row.disbursed), formatMillions(row.contract.amount)),
    sortBy: (row) => row.disbursed,
  },
  { id: "due", header: words.missions.state, width: 210, cell: (row) => <Due row={row} />, sortBy: (row) => row.follow_up_due },
];

const wordsOf = (directory: Directory) => (row: Mission) => [row.title, row.host?.name, row.host?.agency && directory.name(row.host.agency), directory.name(row.managing_agency)];

function Missions({ all }: { all: readonly Mission[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const sifted = useMemo(
    () => all.filter((row) => (!search.kind || row.stage === search.kind) && (search.state !== late || isLate(row))),
    [all, search.kind, search.state],
  );
  const rows = useFound(sifted, search.q, useMemo(() => wordsOf(directory), [directory]));
  if (rows.length === 0) return <NothingYet search={search} title={words.missions.none} guide={words.missions.guide} />;
  return (
    <>
      <p className={classes.note} role="status">
        {words.missions.count(formatNumber(rows.length))}
      </p>
      <DataTable label={words.missions.title} rows={rows} columns={columns} rowId={(row) => row.id} />
    </>
  );
}

function Order() {
  const [open, setOpen] = useState(false);
  const acting = useStore(actingFor);
  const programmes = useProgrammes();
  const navigate = useNavigate();
  const past = isPast(useViewTime());
  const allowed = useAllowed();
  if (past || !allowed.may("order-mission")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.commands.names["order-mission"]}</Button>
      {open && (
        <CommandDialog<Mission>
          spec={orderMissionSpec(programmes, acting)}
          onDone={(made) => void navigate({ to: "/missions/$id", params: { id: made.id } })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

// Whose count is looked at, and which part of it.
function Behind({ id, part }: { id: string; part: "numerator" | undefined }) {
  const indicators = useList("indicators");
  const [indicator, period] = [id.split(".").slice(0, -2).join("."), id.split(".").at(-1) ?? ""];
  const name = indicators.data?.items.find((one) => one.id === indicator)?.name ?? indicator;
  return (
    <p className={classes.note} role="status">
      {t.counted.behind(name, periodName(period))}{" "}
      <Link to="/missions" search={part ? { counted_for: id } : { counted_for: id, counted_as: "numerator" }}>
        {part ? t.counted.parts.denominator : t.counted.parts.numerator}
      </Link>{" "}
      <Link to="/missions">{t.counted.showAll}</Link>
    </p>
  );
}

function Years({ filter, chosen }: { filter: CountFilter; chosen: string | undefined }) {
  const navigate = route.useNavigate();
  const counts = useMissionCounts(filter);
  const years = (counts.data?.years ?? []).map(({ year, total }) => ({ value: String(year), label: t.counted.yearOf(String(year), formatNumber(total)) }));
  const known = years.some((one) => one.value === chosen) || !chosen ? years : [{ value: chosen, label: chosen }, ...years];
  return (
    <NativeSelect
      label={t.counted.year}
      data={[{ value: "", label: t.counted.allYears }, ...known]}
      value={chosen ?? ""}
      onChange={(event) => {
        const year = event.currentTarget.value || undefined;
        void navigate({ search: (old) => ({ ...old, year }), replace: true });
      }}
    />
  );
}

export default function MissionsPage() {
  const { programme, agency, year, counted_for, counted_as, ...search } = route.useSearch();
  const directory = useDirectory();
  const filter = {
    ...(programme ? { programme } : {}),
    ...(agency ? { agency } : {}),
    ...(year ? { year } : {}),
    ...(counted_for ? { counted_for } : {}),
    ...(counted_as ? { counted_as } : {}),
  };
  const missions = useList("missions", filter);
  return (
    <Page title={words.missions.title} note={words.missions.intro} actions={<Order />}>
      <RecordTabs />
      {counted_for && <Behind id={counted_for} part={counted_as} />}
      <MissionCounts filter={filter} />
      <ListFilters search={{ programme, agency, ...search }} programmes={directory.programmeIds()} agencies kinds={kinds} states={states}>
        <Years filter={filter} chosen={year} />
        <ExportButton path="/missions.xlsx" query={{ ...filter, stage: search.kind, overdue: search.state === late ? "true" : undefined, q: search.q }} />
      </ListFilters>
      <QueryView query={missions}>{(list) => <Missions all={list.items} />}</QueryView>
    </Page>
  );
}
