// What other systems propose to change of tasks: as it is beside as it would be, accepted or refused.

import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useList } from "../../api/queries";
import type { Proposal } from "../../api/types";
import { formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { proposalSpec } from "../../forms/specs/records";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { fieldName, inWords } from "../../meaning/values";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { Withheld } from "../../ui/Withheld";
import { useDocumentText, useStands } from "./parts";
import classes from "./Records.module.css";
import { RecordTabs } from "./RecordTabs";

const route = getRouteApi("/proposals");
const words = t.records;
type Decision = "accept-proposal" | "refuse-proposal";
const decisions: readonly Decision[] = ["accept-proposal", "refuse-proposal"];
const states = { label: words.missions.state, options: Object.entries(words.proposalStates).map(([value, label]) => ({ value, label })) };

// A deadline is mostly proposed by its words alone.
function wordsFor(value: unknown): unknown {
  const deadline = value as { text?: string; kind?: unknown } | null;
  return typeof deadline === "object" && deadline?.text !== undefined && (deadline.kind ?? null) === null ? deadline.text : value;
}

function Compared({ proposal }: { proposal: Proposal }) {
  const directory = useDirectory();
  const current = proposal.current as Record<string, unknown>;
  return (
    <table className={classes.compared}>
      <thead>
        <tr>
          <th scope="col">{words.fields["set"]}</th>
          <th scope="col">{words.proposals.now}</th>
          <th scope="col">{words.proposals.then}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(proposal.set).map(([field, value]) => (
          <tr key={field}>
            <th scope="row">
              {fieldName(field, "task")}
              {proposal.moved.includes(field) && <span className={classes.late}> ({words.proposals.moved})</span>}
            </th>
            <td>{inWords(field, wordsFor(current[field]), directory)}</td>
            <td>{inWords(field, wordsFor(value), directory)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Item({ proposal, seen }: { proposal: Proposal; seen: number }) {
  const [open, setOpen] = useState<Decision | null>(null);
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting)(proposal.programme);
  const past = isPast(useViewTime());
  const documentText = useDocumentText();
  const may = past || proposal.state !== "waiting" || !stands ? [] : decisions.filter((one) => allowed.may(one));
  return (
    <li>
      <div className={classes.head}>
        <span className={classes.state}>{words.proposalStates[proposal.state]}</span>
        <span>{words.proposals.by(directory.name(proposal.by), formatMoment(proposal.made_at))}</span>
        {proposal.system && proposal.external_id && <span>{words.proposals.calledBy(proposal.system, proposal.external_id)}</span>}
        {proposal.document && <span>{documentText(proposal.document)}</span>}
      </div>
      <h2 className={classes.title}>
        <Link to="/tasks/$id" params={{ id: proposal.task }}>
          {proposal.title ?? proposal.task}
        </Link>
      </h2>
      <Compared proposal={proposal} />
      {proposal.note && <p>{proposal.note}</p>}
      {proposal.refuse_reason && (
        <p>
          {words.proposals.refused}: {proposal.refuse_reason}
        </p>
      )}
      {proposal.withheld && <Withheld />}
      <div className={classes.actions} data-no-print>
        {may.map((command, index) => (
          <Button key={command} size="compact-sm" variant={index === 0 ? "filled" : "default"} onClick={() => setOpen(command)}>
            {t.commands.names[command]}
          </Button>
        ))}
      </div>
      {open && <CommandDialog spec={proposalSpec(open, proposal, seen)} intro={<Compared proposal={proposal} />} onClose={() => setOpen(null)} />}
    </li>
  );
}

export default function ProposalsPage() {
  const search = route.useSearch();
  const directory = useDirectory();
  const filter = { ...(search.programme ? { programme: search.programme } : {}), ...(search.state ? { state: search.state } : {}) };
  const proposals = useList("proposals", filter);
  return (
    <Page title={words.proposals.title} note={words.proposals.intro}>
      <RecordTabs />
      <ListFilters search={search} programmes={directory.programmeIds()} states={states} withoutWords sheet="proposals" sheetQuery={{ programme: search.programme, state: search.state }} />
      <QueryView query={proposals}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={words.proposals.none} text={words.proposals.intro} />
          ) : (
            <Section>
              <p className={classes.note} role="status">
                {words.proposals.count(formatNumber(list.items.length))}
              </p>
              <ul className={classes.list}>
                {list.items.map((proposal) => (
                  <Item key={proposal.id} proposal={proposal} seen={list.sequence} />
                ))}
              </ul>
            </Section>
          )
        }
      </QueryView>
    </Page>
  );
}
