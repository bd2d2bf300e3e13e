// One mission: where it stands, its money, councils, milestones, and its next step.

import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useOne } from "../../api/queries";
import type { Mission } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatMillions, formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { missionSpec } from "../../forms/specs/records";
import { t } from "../../i18n";
import type { MissionCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { Withheld } from "../../ui/Withheld";
import { stepsFor } from "./commands";
import { Corrections, StepVerbs } from "./Corrections";
import { Milestones, OrganisationName, TaskLinks, useDocumentText, useProgrammes, useStands } from "./parts";
import classes from "./Records.module.css";

const route = getRouteApi("/missions/$id");
const words = t.records;
const label = (name: string): string => words.fields[name] ?? name;

const line = ["ordered", "selected", "contracted", "under-way", "accepted", "transferred", "followed-up"] as const;

function Stages({ mission }: { mission: Mission }) {
  const reached = { ordered: true, selected: mission.selection, contracted: mission.contract, "under-way": mission.disbursements.length > 0, accepted: mission.acceptance, transferred: mission.transfer, "followed-up": mission.follow_up };
  const at = line.findIndex((stage) => stage === mission.stage);
  return (
    <ol className={classes.steps} aria-label={words.missions.steps}>
      {line.map((stage, index) => (
        <li key={stage} data-reached={Boolean(reached[stage]) || (index < at && stage !== "transferred")} aria-current={stage === mission.stage ? "step" : undefined}>
          {words.stages[stage]}
        </li>
      ))}
      {mission.stage === "stopped" && (
        <li aria-current="step" className={classes.late}>
          {words.stages["stopped"]}
        </li>
      )}
    </ol>
  );
}

function Money({ mission }: { mission: Mission }) {
  const documentText = useDocumentText();
  const contract = mission.contract;
  const million = (amount: number) => t.common.overMillion(formatMillions(amount));
  return (
    <Section title={words.missions.money}>
      {!mission.budget && !contract && <p className={classes.note}>{words.missions.noMoney}</p>}
      <Facts
        rows={[
          [label("budget"), mission.budget && formatNumber(mission.budget)],
          [
            words.missions.contract,
            contract && (
              <>
                {`${contract.number}, ${formatDay(contract.on)}: ${million(contract.amount)}. ${documentText(contract.document)}`}
                <StepVerbs mission={mission} step="contract" />
              </>
            ),
          ],
          [words.missions.disbursed, contract && million(mission.disbursed)],
        ]}
      />
      {mission.disbursements.length > 0 && (
        <ul className={classes.plain} aria-label={words.missions.payments}>
          {mission.disbursements.map((one) => (
            <li key={one.sequence}>
              {formatDay(one.paid_on)}: {formatNumber(one.amount)} {one.amount < 0 && `(${words.missions.cameBack})`} {one.note} {documentText(one.document)}
              <StepVerbs mission={mission} step="disbursement" of={one.sequence} on={formatDay(one.paid_on)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Councils({ mission }: { mission: Mission }) {
  const documentText = useDocumentText();
  if (mission.councils.length === 0) return null;
  return (
    <Section title={words.missions.councils}>
      <ul className={classes.plain}>
        {mission.councils.map((one) => (
          <li key={one.sequence}>
            {formatDay(one.held_on)}: {words.councils[one.kind]}, <span className={one.result === "failed" ? classes.late : classes.state}>{words.councilResults[one.result]}</span>. {documentText(one.document)}{" "}
            {one.note}
            <StepVerbs mission={mission} step="council" of={one.sequence} on={formatDay(one.held_on)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Outcome({ mission }: { mission: Mission }) {
  const documentText = useDocumentText();
  const { acceptance, transfer, follow_up: followUp, stop } = mission;
  return (
    <Facts
      rows={[
        [
          words.stages["accepted"] ?? "",
          acceptance && (
            <>
              {[formatDay(acceptance.on), acceptance.grade, documentText(acceptance.document)].filter(Boolean).join(". ")}
              <StepVerbs mission={mission} step="acceptance" />
            </>
          ),
        ],
        [
          words.stages["transferred"] ?? "",
          transfer && (
            <>
              <OrganisationName of={transfer.receiver} />, {formatDay(transfer.on)}. {documentText(transfer.document)}
              <StepVerbs mission={mission} step="transfer" />
            </>
          ),
        ],
        [
          words.stages["followed-up"] ?? "",
          followUp ? (
            <>
              {`${formatDay(followUp.on)}. ${followUp.applied ? words.missions.applied : words.missions.notApplied}. ${followUp.text ?? ""}`}
              <StepVerbs mission={mission} step="follow-up" />
            </>
          ) : (
            mission.follow_up_due && (
                <span className={mission.follow_up_overdue ? classes.late : undefined}>
                  {mission.follow_up_overdue ? words.missions.followUpLate(formatDay(mission.follow_up_due)) : words.missions.followUpDue(formatDay(mission.follow_up_due))}
                </span>
            )
          ),
        ],
        [
          words.stages["stopped"] ?? "",
          stop && (
            <>
              {[formatDay(stop.on), stop.reason, documentText(stop.document)].filter(Boolean).join(". ")}
              <StepVerbs mission={mission} step="stop" />
            </>
          ),
        ],
      ]}
    />
  );
}

function About({ mission }: { mission: Mission }) {
  const directory = useDirectory();
  const documentText = useDocumentText();
  const span = [mission.from, mission.to].filter((day) => day !== null).map(formatDay).join(" - ");
  return (
    <Section>
      <Facts
        rows={[
          [label("kind"), words.kinds[mission.kind]],
          [label("managing_agency"), <AgencyLink key="managing" id={mission.managing_agency} />],
          [
            label("host"),
            mission.host && (
              <>
                <OrganisationName of={mission.host} />
                {mission.selection && ` (${words.ways[mission.selection.way]}, ${formatDay(mission.selection.on)})`}
                {mission.selection && <StepVerbs mission={mission} step="selection" />}
              </>
            ),
          ],
          [label("programme"), mission.programme && directory.programmeName(mission.programme)],
          [words.missions.serves, mission.tasks.length > 0 && <TaskLinks ids={mission.tasks} />],
          [`${label("from")} - ${label("to").toLowerCase()}`, span],
          [label("ordered_on"), `${formatDay(mission.ordered_on)}. ${documentText(mission.document)}`],
          [label("cost_benefit"), mission.cost_benefit && documentText(mission.cost_benefit)],
        ]}
      />
      <Outcome mission={mission} />
      {mission.withheld && <Withheld />}
    </Section>
  );
}

function Verbs({ mission }: { mission: Mission }) {
  const [open, setOpen] = useState<Exclude<MissionCommandId, "order-mission"> | null>(null);
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting);
  const programmes = useProgrammes();
  const past = isPast(useViewTime());
  const keeps = acting === mission.managing_agency || stands(mission.programme);
  const steps = past ? [] : stepsFor(mission, keeps, mission.host?.agency === acting, (right) => allowed.may(right));
  if (steps.length === 0) return null;
  return (
    <div className={classes.actions} data-no-print>
      {steps.map((step, index) => (
        <Button key={step} size="compact-sm" variant={index === 0 ? "filled" : "default"} onClick={() => setOpen(step)}>
          {t.commands.names[step]}
        </Button>
      ))}
      {open && <CommandDialog<Mission> spec={missionSpec(open, mission, programmes)} onClose={() => setOpen(null)} />}
    </div>
  );
}

function MissionView({ mission }: { mission: Mission }) {
  return (
    <Page title={mission.title} crumbs={<Link to="/missions">{words.missions.title}</Link>} subject={`mission/${mission.id}`}>
      <Stages mission={mission} />
      <Verbs mission={mission} />
      <TwoColumns
        main={
          <>
            <About mission={mission} />
            <Money mission={mission} />
            <Councils mission={mission} />
            <Section title={words.milestones.title}>
              <Milestones steps={mission.milestones} />
            </Section>
            <Corrections corrections={mission.corrections} />
          </>
        }
        side={<ActivityPanel collection="missions" id={mission.id} />}
      />
    </Page>
  );
}

export default function MissionPage() {
  const { id } = route.useParams();
  const mission = useOne("missions", id);
  return <QueryView query={mission}>{(shown) => <MissionView mission={shown} />}</QueryView>;
}
