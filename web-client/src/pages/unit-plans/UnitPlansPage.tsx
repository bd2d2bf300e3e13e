// Who has a plan for the year and who has none.

import { Button, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import { Problem } from "../../api/problems";
import type { UnitPlan, UnitPlanSummary } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { fold } from "../../meaning/fold";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { DataTable, type Column } from "../../ui/DataTable";
import { ExportButton } from "../../ui/ExportButton";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import classes from "./UnitPlans.module.css";

const route = getRouteApi("/unit-plans");
const words = t.plans;
const filters = ["all", "late", "missing", "draft", "submitted", "approved", "noted"] as const;
type Filter = (typeof filters)[number];

const passes = (plan: UnitPlanSummary, filter: Filter): boolean =>
  filter === "all" || (filter === "late" ? plan.missing : plan.state === filter);

function useColumns(): readonly Column<UnitPlanSummary>[] {
  const directory = useDirectory();
  return useMemo(() => {
    const provinceOf = (plan: UnitPlanSummary) => directory.agencies.get(plan.agency)?.province ?? "";
    return [
      {
        id: "agency",
        header: words.agency,
        width: null,
        phoneLabel: false,
        sortBy: (plan) => directory.name(plan.agency),
        cell: (plan) =>
          plan.state === "missing" ? (
            <Link to="/agencies/$id" params={{ id: plan.agency }}>
              {directory.name(plan.agency)}
            </Link>
          ) : (
            <Link to="/unit-plans/$id" params={{ id: plan.id }}>
              {directory.name(plan.agency)}
            </Link>
          ),
      },
      {
        id: "state",
        header: words.state,
        width: 190,
        sortBy: (plan) => words.states[plan.state] ?? plan.state,
        cell: (plan) => (
          <>
            {words.states[plan.state]}
            {plan.missing && <div className={classes.late}>{words.late}</div>}
          </>
        ),
      },
      {
        id: "province",
        header: t.bodies.fields["province"] ?? "",
        width: 110,
        sortBy: provinceOf,
        cell: (plan) => t.province[provinceOf(plan)],
      },
      { id: "due", header: words.dueOn, width: 130, nowrap: true, sortBy: (plan) => plan.due_on, cell: (plan) => plan.due_on && formatDay(plan.due_on) },
      { id: "edition", header: words.edition, width: 70, right: true, cell: (plan) => plan.edition !== null && formatNumber(plan.edition) },
      { id: "lines", header: words.lines, width: 90, right: true, sortBy: (plan) => plan.counts.lines, cell: (plan) => formatNumber(plan.counts.lines) },
      {
        id: "milestones",
        header: words.milestones,
        width: 110,
        right: true,
        cell: (plan) =>
          plan.counts.milestones > 0 && words.milestonesOf(formatNumber(plan.counts.met), formatNumber(plan.counts.milestones)),
      },
      { id: "overdue", header: words.overdue, width: 110, right: true, sortBy: (plan) => plan.counts.overdue, cell: (plan) => formatNumber(plan.counts.overdue) },
      { id: "results", header: words.results, width: 110, right: true, cell: (plan) => formatNumber(plan.counts.year_results) },
    ];
  }, [directory]);
}

function Own({ plan, year }: { plan: UnitPlanSummary | undefined; year: string }) {
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const write = useWrite<UnitPlan>();
  const navigate = useNavigate();
  const [message, setMessage] = useState<string | null>(null);
  const begin = async () => {
    setMessage(null);
    try {
      const { body } = await write.mutateAsync({ path: "/unit-plans", body: { year: Number(year) }, key: newKey(), subjects: ["unit-plan/"] });
      tell(words.begun);
      await navigate({ to: "/unit-plans/$id", params: { id: body.id } });
    } catch (error) {
      setMessage(error instanceof Problem ? error.message : t.commands.notSaved);
    }
  };
  if (!plan) return <p className={classes.note}>{words.nothingToPlan}</p>;
  return (
    <div className={classes.tools}>
      <span>{words.states[plan.state]}</span>
      {plan.missing && <span className={classes.late}>{words.late}</span>}
      {plan.state !== "missing" && (
        <Link to="/unit-plans/$id" params={{ id: plan.id }}>
          {words.open}
        </Link>
      )}
      {plan.state === "missing" && !past && allowed.may("begin-unit-plan") && (
        <Button size="compact-md" loading={write.isPending} onClick={() => void begin()}>
          {words.begin(year)}
        </Button>
      )}
      {message && (
        <span className={classes.late} role="alert">
          {message}
        </span>
      )}
    </div>
  );
}

function Matrix({ plans, filter, q, onFilter }: { plans: readonly UnitPlanSummary[]; filter: Filter; q: string; onFilter: (filter: Filter) => void }) {
  const directory = useDirectory();
  const columns = useColumns();
  const wanted = fold(q);
  const found = plans.filter((plan) => wanted === "" || fold(directory.name(plan.agency)).includes(wanted));
  const rows = found.filter((plan) => passes(plan, filter));
  const label = (one: Filter) => (one === "all" ? words.all : one === "late" ? words.late : (words.states[one] ?? one));
  return (
    <>
      <div className={classes.tools} style={{ overflowX: "auto" }}>
        <SegmentedControl
          size="xs"
          aria-label={words.state}
          data={filters.map((one) => ({
            value: one,
            label: `${label(one)} (${formatNumber(found.filter((plan) => passes(plan, one)).length)})`,
          }))}
          value={filter}
          onChange={(next) => onFilter(next as Filter)}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DataTable label={words.title} rows={rows} columns={columns} rowId={(plan) => plan.id} height="calc(100dvh - 320px)" />
      )}
    </>
  );
}

export default function UnitPlansPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const acting = useStore(actingFor);
  const time = useViewTime();
  const today = Number((time.status_date ?? todayInVietnam()).slice(0, 4));
  const year = search.year ?? String(today);
  const plans = useList("unit-plans", { year });
  const filter = filters.find((one) => one === search.state) ?? "all";
  const set = (changed: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...changed }), replace: true });
  return (
    <Page title={words.title} note={words.intro}>
      <div className={classes.tools} data-no-print="">
        <NativeSelect
          label={words.year}
          data={[today - 1, today, today + 1].map(String)}
          value={year}
          onChange={(event) => set({ year: event.currentTarget.value })}
        />
        <ExportButton
          path="/unit-plans.xlsx"
          query={{ year, q: search.q, state: filter === "all" || filter === "late" ? undefined : filter, missing: filter === "late" ? "true" : undefined }}
        />
        <TextInput label={words.agency} value={search.q ?? ""} onChange={(event) => set({ q: event.currentTarget.value || undefined })} />
      </div>
      <QueryView query={plans}>
        {(list) => (
          <>
            {acting && (
              <Section title={words.own}>
                <Own plan={list.items.find((plan) => plan.agency === acting)} year={year} />
              </Section>
            )}
            <Matrix plans={list.items} filter={filter} q={search.q ?? ""} onFilter={(next) => set({ state: next === "all" ? undefined : next })} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
