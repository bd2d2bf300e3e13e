// Bài toán lớn: each with its product, measure, receiver and quarterly milestones.

import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { BigProblem } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { problemSpec, registerProblemSpec } from "../../forms/specs/records";
import { t } from "../../i18n";
import type { RecordCommandId } from "../../meaning/command-ids";
import { useDirectory, type Directory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { ChangeMark } from "../../ui/ChangeMark";
import { ExportButton } from "../../ui/ExportButton";
import { Facts } from "../../ui/Facts";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import { Withheld } from "../../ui/Withheld";
import { Milestones, NothingYet, OrganisationName, TaskLinks, useDocumentText, useProgrammes, useStands } from "./parts";
import classes from "./Records.module.css";
import { RecordTabs } from "./RecordTabs";

const route = getRouteApi("/big-problems");
const words = t.records;
const label = (name: string): string => words.fields[name] ?? name;
const states = { label: words.missions.state, options: Object.entries(words.outcomes).map(([value, text]) => ({ value, label: text })) };

function useCommands(problem: BigProblem): RecordCommandId[] {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting)(problem.programme);
  if (isPast(useViewTime()) || problem.state !== "open") return [];
  const commands: RecordCommandId[] = [];
  if (stands || acting === problem.lead_agency) commands.push("set-big-problem-milestones");
  if (stands) commands.push("amend-big-problem", "close-big-problem");
  return commands.filter((command) => allowed.may(command));
}

function Problem({ problem }: { problem: BigProblem }) {
  const [open, setOpen] = useState<RecordCommandId | null>(null);
  const commands = useCommands(problem);
  const programmes = useProgrammes();
  const documentText = useDocumentText();
  const closed = problem.closed;
  return (
    <li>
      <div className={classes.head}>
        <span className={classes.state}>{words.outcomes[problem.state]}</span>
        <AgencyLink id={problem.lead_agency} />
        {problem.overdue_milestones > 0 && problem.state === "open" && <span className={classes.late}>{words.milestones.late}</span>}
        <ChangeMark subject={`big-problem/${problem.id}`} />
      </div>
      <h2 className={classes.title}>{problem.problem}</h2>
      <Facts
        rows={[
          [label("product"), problem.product],
          [label("measure"), problem.measure],
          [label("receiver"), problem.receiver && <OrganisationName of={problem.receiver} />],
          [label("tasks"), problem.tasks.length > 0 && <TaskLinks ids={problem.tasks} />],
          [label("document"), documentText(problem.document)],
          [words.milestones.title, <Milestones key="steps" steps={problem.milestones} />],
          [words.outcomes[problem.state] ?? "", closed && [formatDay(closed.on), closed.reason, documentText(closed.document)].filter(Boolean).join(". ")],
        ]}
      />
      {problem.withheld && closed && <Withheld />}
      <div className={classes.actions} data-no-print>
        {commands.map((command) => (
          <Button key={command} size="compact-sm" variant="default" onClick={() => setOpen(command)}>
            {t.commands.names[command]}
          </Button>
        ))}
      </div>
      {open && <CommandDialog spec={problemSpec(open, problem, programmes)} onClose={() => setOpen(null)} />}
    </li>
  );
}

const wordsOf = (directory: Directory) => (row: BigProblem) => [row.problem, row.product, row.measure, directory.name(row.lead_agency), row.receiver?.name];

function Problems({ all }: { all: readonly BigProblem[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const sifted = useMemo(() => all.filter((row) => !search.state || row.state === search.state), [all, search.state]);
  const rows = useFound(sifted, search.q, useMemo(() => wordsOf(directory), [directory]));
  if (rows.length === 0) return <NothingYet search={search} title={words.problems.none} guide={words.problems.guide} />;
  return (
    <Section>
      <p className={classes.note} role="status">
        {words.problems.count(formatNumber(rows.length))}
      </p>
      <ul className={classes.list}>
        {rows.map((row) => (
          <Problem key={row.id} problem={row} />
        ))}
      </ul>
    </Section>
  );
}

function Add() {
  const [open, setOpen] = useState(false);
  const programmes = useProgrammes();
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  if (past || !allowed.may("register-big-problem")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.commands.names["register-big-problem"]}</Button>
      {open && <CommandDialog spec={registerProblemSpec(programmes)} onClose={() => setOpen(false)} />}
    </>
  );
}

export default function BigProblemsPage() {
  const search = route.useSearch();
  const directory = useDirectory();
  const filter = { ...(search.programme ? { programme: search.programme } : {}), ...(search.agency ? { agency: search.agency } : {}) };
  const problems = useList("big-problems", filter);
  return (
    <Page title={words.problems.title} note={words.problems.intro} actions={<Add />}>
      <RecordTabs />
      <ListFilters search={search} programmes={directory.programmeIds()} agencies states={states}>
        <ExportButton path="/big-problems.xlsx" query={{ ...filter, state: search.state, q: search.q }} />
      </ListFilters>
      <QueryView query={problems}>{(list) => <Problems all={list.items} />}</QueryView>
    </Page>
  );
}
