// Where money, work and products do not go together: pointed out, not judged.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { findingsQuery } from "../../api/money";
import type { Link as RowLink, MoneyFinding, MoneyFindingList } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { aboutMillions, formatMillions, formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { FilterChip } from "../../ui/FilterChip";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { useSubjectTitle } from "../../ui/use-subject-title";
import classes from "./Budget.module.css";
import { MoneyNav } from "./MoneyNav";
import { ProgrammePicker } from "./ProgrammePicker";

const route = getRouteApi("/budget/findings");
const words = t.money.findings;
const ofTasks = ["task"];

function LineLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/budget-lines/$id" params={{ id }}>
      {name}
    </Link>
  );
}

// Which component of the line it is about.
function Part({ name }: { name: string | null }) {
  return name ? <div className={classes.note}>{t.money.line.byComponent(name)}</div> : null;
}

// What has become of the proposal, and the way to it.
function Decided({ status }: { status: NonNullable<MoneyFinding["link_status"]> }) {
  return (
    <div className={classes.note}>
      <Link to="/links" search={{ kind: "funds", state: status }}>
        {words.linkStatus[status]}
      </Link>
    </div>
  );
}

// That two lines may pay for the same is put to the body that decides on links.
function Double({ finding }: { finding: MoneyFinding & { other: string } }) {
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const write = useWrite<RowLink>();
  const [fault, setFault] = useState<string | null>(null);
  const subjects = [`budget-line/${finding.line}`, `budget-line/${finding.other}`];
  const propose = async () => {
    setFault(null);
    try {
      await write.mutateAsync({ path: "/links", body: { kind: "funds", subjects, reason: words.proposeReason }, key: newKey(), subjects: [...subjects, "link/"] });
      tell(words.proposed);
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <div className={classes.other}>
      <LineLink id={finding.other} name={finding.other_name ?? finding.other} />
      <Part name={finding.other_component_name} />
      {finding.link_status ? (
        <Decided status={finding.link_status} />
      ) : (
        !past &&
        allowed.may("propose-link") && (
          <Button size="compact-xs" variant="subtle" loading={write.isPending} onClick={() => void propose()} data-no-print="">
            {words.propose}
          </Button>
        )
      )}
      {fault && <div role="alert">{fault}</div>}
    </div>
  );
}

// Beside the work stands what was disbursed, beside a disbursement the time; of products, how many of how many.
function detailOf(finding: MoneyFinding): string {
  const { products_asked: asked, products_delivered: delivered } = finding;
  const beside = finding.kind === "behind-time" ? words.expected : words.paid;
  return [
    asked !== null && delivered !== null && words.products(formatNumber(delivered), formatNumber(asked)),
    finding.progress_percent !== null && `${words.progress} ${formatPercent(finding.progress_percent)}`,
    finding.expected_percent !== null && beside(formatPercent(finding.expected_percent)),
    finding.score !== null && words.score(formatPercent(finding.score)),
  ]
    .filter(Boolean)
    .join(", ");
}

const columnsWith = (titleOf: (subject: string) => string): Column<MoneyFinding>[] => [
  { id: "kind", header: t.registers.doubts.kind, width: 180, sortBy: (row) => words.kinds[row.kind] ?? row.kind, cell: (row) => words.kinds[row.kind] },
  {
    id: "line",
    header: words.line,
    width: null,
    min: 260,
    phoneLabel: false,
    cell: (row) => (
      <>
        <LineLink id={row.line} name={row.line_name} />
        <Part name={row.component_name} />
        {row.other && <Double finding={{ ...row, other: row.other }} />}
      </>
    ),
  },
  {
    id: "tasks",
    header: words.tasks,
    width: 220,
    cell: (row) =>
      row.tasks.map((id) => (
        <div key={id}>
          <Link to="/tasks/$id" params={{ id }}>
            {titleOf(`task/${id}`)}
          </Link>
        </div>
      )),
  },
  { id: "detail", header: words.detail, width: 190, cell: detailOf },
  { id: "amount", header: words.amount, width: 120, right: true, sortBy: (row) => row.amount, cell: (row) => aboutMillions(row.amount) },
  { id: "disbursed", header: t.money.sums.disbursed, width: 120, right: true, sortBy: (row) => row.disbursed, cell: (row) => aboutMillions(row.disbursed) },
];

function Kinds({ list, kind }: { list: MoneyFindingList; kind: string | undefined }) {
  const navigate = route.useNavigate();
  const options = useMemo(
    () => Object.entries(words.kinds).map(([value, label]) => ({ value, label: `${label} (${formatNumber(list.counts[value] ?? 0)})` })),
    [list.counts],
  );
  const set = (next: string | undefined) => void navigate({ search: (old) => ({ ...old, kind: next }), replace: true });
  return (
    <FilterChip
      label={t.registers.doubts.kind}
      options={options}
      chosen={kind ? [kind] : []}
      onToggle={(value) => set(value === kind ? undefined : value)}
      onClear={() => set(undefined)}
      single
    />
  );
}

function Findings({ programme }: { programme: string }) {
  const { kind } = route.useSearch();
  const time = useViewTime();
  const found = useQuery(findingsQuery(programme, kind, time));
  const titleOf = useSubjectTitle(ofTasks);
  const columns = useMemo(() => columnsWith(titleOf), [titleOf]);
  return (
    <QueryView query={found}>
      {(list) => (
        <>
          <p className={classes.note} style={{ marginBottom: 10 }}>
            {words.linked(formatNumber(list.linked_lines), formatNumber(list.lines), formatMillions(list.linked_need), formatMillions(list.need))}{" "}
            <Link to="/links" search={{ kind: "funds", programme }}>
              {words.suggested}
            </Link>
          </p>
          <div className={classes.groups} data-no-print="">
            <Kinds list={list} kind={kind} />
            <ExportButton path="/money/findings.xlsx" query={{ programme, kind }} />
          </div>
          {list.items.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <DataTable
              label={words.title}
              rows={list.items}
              columns={columns}
              rowId={(row) => [row.kind, row.line, row.component, row.other, row.other_component].join(" ")}
              height="70dvh"
            />
          )}
        </>
      )}
    </QueryView>
  );
}

export default function FindingsPage() {
  const { programme } = route.useSearch();
  return (
    <Page title={words.title} note={words.intro}>
      <MoneyNav />
      <ProgrammePicker programme={programme}>{(chosen) => <Findings key={chosen} programme={chosen} />}</ProgrammePicker>
    </Page>
  );
}
