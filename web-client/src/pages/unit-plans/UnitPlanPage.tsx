// One plan: its draft as a grid, submitting and approving it, the edition in force, who has noted it.

import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/client";
import { Problem } from "../../api/problems";
import { timeKey } from "../../api/queries";
import type { UnitPlan } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { planSpec } from "../../forms/specs/plans";
import { GridMessages } from "../../grid/GridMessages";
import { SaveBar } from "../../grid/SaveBar";
import { t } from "../../i18n";
import type { PlanCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyNames } from "../../ui/AgencyNames";
import { Callout } from "../../ui/Callout";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { PlanGrid } from "./PlanGrid";
import classes from "./UnitPlans.module.css";
import { usePlanGrid } from "./use-plan-grid";

const route = getRouteApi("/unit-plans/$id");
const words = t.plans;

// What whoever looks at the plan may do with it; the server decides.
function useMine(plan: UnitPlan) {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const now = !isPast(useViewTime());
  const own = now && acting === plan.agency;
  const signs = now && acting !== null && (own || directory.sponsoredBy(acting).includes(plan.agency));
  const noted = plan.notes.some((note) => note.agency === acting && note.edition === plan.edition);
  return {
    writes: own && plan.state === "draft" && allowed.may("set-unit-plan-lines"),
    approves: signs && plan.state === "submitted" && allowed.may("approve-unit-plan"),
    amends: own && (plan.state === "approved" || plan.state === "noted") && allowed.may("amend-unit-plan"),
    notes: now && acting !== null && plan.edition !== null && plan.confirming_agencies.includes(acting) && !noted && allowed.may("note-unit-plan"),
    assigns: own && allowed.may("assign-people"),
  };
}

// A command without a form: submitting, approving.
function usePlain(plan: UnitPlan) {
  const write = useWrite<UnitPlan>();
  const [message, setMessage] = useState<string | null>(null);
  const send = async (name: "submit" | "approve", done: string) => {
    setMessage(null);
    try {
      const path = `/unit-plans/${plan.id}/${name}`;
      await write.mutateAsync({ path, body: {}, key: newKey(), basedOn: plan.sequence, subjects: [`unit-plan/${plan.id}`] });
      tell(done);
    } catch (error) {
      setMessage(error instanceof Problem ? error.message : t.commands.notSaved);
    }
  };
  return { send, message, sending: write.isPending };
}

function Draft({ plan }: { plan: UnitPlan }) {
  const mine = useMine(plan);
  const grid = usePlanGrid(plan);
  const plain = usePlain(plan);
  if (plan.rows.length === 0) return <EmptyState title={words.nothingToPlan} />;
  return (
    <Section title={words.draft}>
      <GridMessages grid={grid} edited={mine.writes ? grid.edited : 0} labels={words.columns} message={plain.message} />
      {mine.writes && (
        <div className={classes.tools}>
          {grid.proposals > 0 && (
            <Button size="compact-sm" variant="default" onClick={grid.takeProposals}>
              {words.accept(formatNumber(grid.proposals))}
            </Button>
          )}
          <span className={classes.note}>{words.hint}</span>
        </div>
      )}
      <PlanGrid plan={plan} rows={plan.rows} grid={mine.writes ? grid : null} />
      {mine.writes && (
        <SaveBar grid={grid} edited={grid.edited} keys={words.keys} note={grid.edited > 0 ? words.saveFirst : undefined}>
          <Button variant={grid.edited > 0 ? "filled" : "default"} disabled={grid.edited === 0} loading={grid.busy} onClick={() => void grid.save()}>
            {words.save(formatNumber(grid.edited))}
          </Button>
          <Button disabled={grid.edited > 0} loading={plain.sending} onClick={() => void plain.send("submit", words.submitted)}>
            {words.submit}
          </Button>
        </SaveBar>
      )}
    </Section>
  );
}

function Actions({ plan }: { plan: UnitPlan }) {
  const mine = useMine(plan);
  const plain = usePlain(plan);
  const [open, setOpen] = useState<PlanCommandId | null>(null);
  const button = (id: PlanCommandId) => (
    <Button variant="default" onClick={() => setOpen(id)}>
      {t.commands.names[id]}
    </Button>
  );
  return (
    <>
      {plain.message && (
        <span className={classes.late} role="alert">
          {plain.message}
        </span>
      )}
      {mine.assigns && (
        <Link to="/people-of-work">
          <span data-no-print="">{words.assignPeople}</span>
        </Link>
      )}
      {mine.approves && button("return-unit-plan")}
      {mine.approves && (
        <Button loading={plain.sending} onClick={() => void plain.send("approve", words.approved)}>
          {words.approve}
        </Button>
      )}
      {mine.notes && button("note-unit-plan")}
      {mine.amends && button("amend-unit-plan")}
      {open && <CommandDialog spec={planSpec(open, plan)} onClose={() => setOpen(null)} />}
    </>
  );
}

function Standing({ plan }: { plan: UnitPlan }) {
  return (
    <>
      {plan.state === "submitted" && <Callout>{words.waits}</Callout>}
      {plan.return_reason && <Callout>{words.returned(plan.return_reason)}</Callout>}
      {plan.amendment_reason && plan.state === "draft" && <Callout>{words.amending(plan.amendment_reason)}</Callout>}
      {plan.withheld && plan.edition === null && <Callout>{words.withheld}</Callout>}
    </>
  );
}

function Noted({ plan }: { plan: UnitPlan }) {
  const directory = useDirectory();
  return (
    <Section title={words.notes}>
      <Facts rows={[[words.asked, plan.confirming_agencies.length > 0 && <AgencyNames ids={plan.confirming_agencies} short />]]} />
      {plan.notes.length === 0 && <p className={classes.note}>{words.noNotes}</p>}
      <ul className={classes.notes}>
        {plan.notes.map((note) => (
          <li key={note.agency + note.edition}>
            {words.notedBy(directory.shortName(note.agency), formatMoment(note.time))}: {words.editionText(formatNumber(note.edition))}
            {note.remark && `. ${note.remark}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Editions({ plan }: { plan: UnitPlan }) {
  if (plan.editions.length === 0) return null;
  return (
    <Section title={words.editions}>
      <ul className={classes.notes}>
        {plan.editions.map((edition) => (
          <li key={edition.number}>
            <Link to="/unit-plans/$id" params={{ id: plan.id }} search={{ as_of: String(edition.sequence) }}>
              {words.editionLine(formatNumber(edition.number), formatMoment(edition.time))}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlanView({ plan }: { plan: UnitPlan }) {
  const directory = useDirectory();
  return (
    <Page
      title={words.titleOf(directory.name(plan.agency), String(plan.year))}
      crumbs={<Link to="/unit-plans">{words.title}</Link>}
      subject={`unit-plan/${plan.id}`}
      note={
        <>
          {words.states[plan.state]}
          {plan.edition !== null && `, ${words.editionText(formatNumber(plan.edition)).toLowerCase()}`}
          {plan.missing && <span className={classes.late}>. {words.late}</span>}
        </>
      }
      actions={<Actions plan={plan} />}
    >
      <Standing plan={plan} />
      {(plan.state === "draft" || plan.state === "submitted") && !plan.withheld && <Draft key={plan.id} plan={plan} />}
      {plan.rows_in_force.length > 0 && (
        <Section title={words.inForce}>
          <PlanGrid plan={plan} rows={plan.rows_in_force} grid={null} />
        </Section>
      )}
      {plan.edition !== null && <Noted plan={plan} />}
      <Editions plan={plan} />
      <ActivityPanel collection="unit-plans" id={plan.id} />
    </Page>
  );
}

export default function UnitPlanPage() {
  const { id } = route.useParams();
  const time = useViewTime();
  const plan = useQuery({
    queryKey: ["one", "unit-plans", id, timeKey(time)],
    queryFn: ({ signal }) => get<UnitPlan>(`/unit-plans/${id}`, { ...time }, signal),
  });
  return <QueryView query={plan}>{(shown) => <PlanView plan={shown} />}</QueryView>;
}
