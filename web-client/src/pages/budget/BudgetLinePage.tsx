// A budget line: its three numbers, from where its money comes, its components, and its ledger.

import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useOne } from "../../api/queries";
import type { BudgetLine } from "../../api/types";
import { formatDay } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import { registerComponentSpec } from "../../forms/specs/money";
import type { CommandSpec } from "../../forms/spec";
import { t } from "../../i18n";
import type { MoneyCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { componentCommands, lineCommands, openRound, partyTo, worksOn } from "../../meaning/money";
import { citedPlace } from "../../meaning/place";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyNames } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { Quote } from "../../ui/Quote";
import { EmptyState, QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { RecordsOfLine } from "../records/RecordsOf";
import { Doubts } from "../task/Doubts";
import type { Ask } from "./asking";
import classes from "./Budget.module.css";
import { ComponentCard } from "./ComponentCard";
import { Figures, MoreSums } from "./Figures";
import { FundedLinks } from "./FundedLinks";
import { Ledger } from "./Ledger";
import { NeedDialog } from "./NeedDialog";
import { OutsideTable } from "./OutsideTable";
import { SourcesTable } from "./SourcesTable";
import type { NeedTask } from "./use-need-grid";

const route = getRouteApi("/budget-lines/$id");
const words = t.money;
const needTasks: readonly MoneyCommandId[] = ["assign-sources", "amend-need", "revise-need"];

// What whoever looks at the line may do with it.
function useRights(line: BudgetLine) {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  return useMemo(() => {
    const party = partyTo(line, acting, allowed, directory);
    const round = openRound(directory.programmes.get(line.programme));
    const of = (id: string) => line.components.find((one) => one.id === id);
    const may = (id: MoneyCommandId) => !past && allowed.may(id);
    const sponsored = acting ? directory.sponsoredBy(acting) : [];
    return {
      acting,
      round,
      onLine: past ? [] : lineCommands(line, party, round, allowed),
      onComponent: (id: string) => {
        const component = of(id);
        return past || !component ? [] : componentCommands(component, party, allowed);
      },
      reduces: may("reduce-allocation") && party.finance,
      amends: (id: string) => may("amend-contract") && worksOn(of(id), party),
      reverses: (id: string) => may("reverse-disbursement") && worksOn(of(id), party),
      confirmsOutside: (agency: string) => may("confirm-outside-money") && (party.leads || sponsored.includes(agency)),
      reversesOutside: (id: string, agency: string) => may("reverse-outside-money") && (agency === acting || worksOn(of(id), party)),
    };
  }, [line, acting, allowed, directory, past]);
}

type Rights = ReturnType<typeof useRights>;

function Sources({ line, rights, open }: { line: BudgetLine; rights: Rights; open: (task: NeedTask) => void }) {
  const tasks = rights.onLine.filter((id): id is NeedTask => needTasks.includes(id));
  return (
    <Section title={words.line.sources} note={words.line.sourcesNote}>
      {rights.round && <p className={classes.note}>{words.line.round(formatDay(rights.round.due))}</p>}
      <SourcesTable line={line} />
      <div className={classes.buttons} style={{ marginTop: 10 }} data-no-print="">
        {tasks.map((task) => (
          <Button key={task} variant="default" size="compact-md" onClick={() => open(task)}>
            {t.commands.names[task]}
          </Button>
        ))}
      </div>
    </Section>
  );
}

function Components({ line, rights, ask }: { line: BudgetLine; rights: Rights; ask: Ask }) {
  const register = rights.onLine.includes("register-component") && (
    <Button size="compact-sm" variant="default" onClick={() => ask((now) => registerComponentSpec(now, rights.acting))} data-no-print="">
      {t.commands.names["register-component"]}
    </Button>
  );
  return (
    <Section title={words.line.components} note={t.registers.budget.unit} actions={register}>
      {line.components.length === 0 && <EmptyState title={words.line.noComponents} />}
      {line.components.map((component) => (
        <ComponentCard
          key={component.id}
          line={line}
          component={component}
          commands={rights.onComponent(component.id)}
          reduces={rights.reduces}
          amends={rights.amends(component.id)}
          ask={ask}
        />
      ))}
    </Section>
  );
}

function Document({ line }: { line: BudgetLine }) {
  return (
    <>
      <Section title={t.task.document}>
        <Quote
          rows={[
            { label: t.registers.budget.line, text: line.name },
            ...(line.lead_text ? [{ label: t.task.lead, text: line.lead_text }] : []),
            ...(line.coordinating_text ? [{ label: t.task.coordinating, text: line.coordinating_text }] : []),
          ]}
          place={citedPlace(line.source)}
        />
      </Section>
      <Section title={t.task.agencies}>
        <Facts
          rows={[
            [t.task.lead, <AgencyNames key="lead" ids={line.lead_agencies} />],
            [t.task.coordinating, <AgencyNames key="coordinating" ids={line.coordinating_agencies} />],
          ]}
        />
      </Section>
    </>
  );
}

interface Held {
  line: BudgetLine;
  rights: Rights;
  ask: Ask;
}

function Money({ line, rights, ask }: Held) {
  const [need, setNeed] = useState<NeedTask | null>(null);
  return (
    <>
      <Sources line={line} rights={rights} open={setNeed} />
      <Components line={line} rights={rights} ask={ask} />
      <OutsideTable
        line={line}
        confirms={(entry) => rights.confirmsOutside(entry.agency)}
        reverses={(entry) => rights.reversesOutside(entry.component, entry.agency)}
        ask={ask}
      />
      <FundedLinks line={line} />
      {need && <NeedDialog line={line} task={need} onClose={() => setNeed(null)} />}
    </>
  );
}

function LineView({ line }: { line: BudgetLine }) {
  const directory = useDirectory();
  const rights = useRights(line);
  const [asked, setAsked] = useState<{ make: (line: BudgetLine) => CommandSpec } | null>(null);
  const ask = useCallback<Ask>((make) => setAsked({ make }), []);
  return (
    <Page
      title={line.name}
      subject={`budget-line/${line.id}`}
      crumbs={
        <>
          <Link to="/budget-lines">{t.registers.budget.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/programmes/$id" params={{ id: line.programme }}>
            {directory.programmeName(line.programme)}
          </Link>
          <span aria-hidden="true">›</span>
          <span>{citedPlace(line.source)}</span>
        </>
      }
    >
      {!line.heading && (
        <>
          <Figures sums={line.sums} />
          <MoreSums sums={line.sums} />
        </>
      )}
      <TwoColumns
        main={
          <>
            {line.heading ? <p className={classes.note}>{words.line.heading}</p> : <Money line={line} rights={rights} ask={ask} />}
            <Document line={line} />
            <RecordsOfLine line={line} />
            <Doubts subject={`budget-line/${line.id}`} />
          </>
        }
        side={<ActivityPanel collection="budget-lines" id={line.id} />}
      />
      {line.components.length > 0 && <Ledger line={line} reverses={rights.reverses} ask={ask} />}
      {asked && <CommandDialog spec={asked.make(line)} onClose={() => setAsked(null)} />}
    </Page>
  );
}

export default function BudgetLinePage() {
  const { id } = route.useParams();
  const line = useOne("budget-lines", id);
  return <QueryView query={line}>{(shown) => <LineView line={shown} />}</QueryView>;
}
