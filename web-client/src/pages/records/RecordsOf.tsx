// The missions, big problems and rows of registers that name a task or a budget line; the ids that other systems have for the task.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useList } from "../../api/queries";
import type { BudgetLine, RegisterEntry, Task } from "../../api/types";
import { CommandDialog } from "../../forms/CommandDialog";
import { externalIdsSpec } from "../../forms/specs/records";
import { proposeSpec } from "../../forms/specs/task";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";
import { useStands } from "./parts";
import classes from "./Records.module.css";

const words = t.records;
function useMaySetIds(task: Task): boolean {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting);
  const past = isPast(useViewTime());
  return !past && stands(task.programme) && allowed.may("set-external-ids");
}

function useMayPropose(task: Task): boolean {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting);
  const past = isPast(useViewTime());
  return !past && task.carried_to === null && !stands(task.programme) && allowed.may("propose");
}

function ExternalIds({ task, may }: { task: Task; may: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Facts rows={[[words.fields["external_ids"] ?? "", task.external_ids.map((each) => `${each.system}: ${each.id}`).join("; ")]]} />
      {may && (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)} data-no-print>
          {t.commands.names["set-external-ids"]}
        </Button>
      )}
      {open && <CommandDialog spec={externalIdsSpec(task)} onClose={() => setOpen(false)} />}
    </>
  );
}

// What waits for the standing agency's decision; whoever may not amend the task proposes.
function Proposals({ task }: { task: Task }) {
  const [open, setOpen] = useState(false);
  const waiting = useList("proposals", { task: task.id, state: "waiting" }).data?.items ?? [];
  const may = useMayPropose(task);
  return (
    <>
      {waiting.length > 0 && (
        <p>
          <Link to="/proposals" search={{ state: "waiting" }}>
            {words.proposals.count(formatNumber(waiting.length))}
          </Link>
        </p>
      )}
      {may && (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)} data-no-print>
          {t.commands.names.propose}
        </Button>
      )}
      {open && <CommandDialog spec={proposeSpec(task)} onClose={() => setOpen(false)} />}
    </>
  );
}

function EntryLine({ entry }: { entry: RegisterEntry }) {
  return (
    <li>
      {words.registers[entry.register]}:{" "}
      <Link to="/registers/$register" params={{ register: entry.register }} search={{ q: entry.name }}>
        {entry.name}
      </Link>
    </li>
  );
}

export function RecordsOfLine({ line }: { line: BudgetLine }) {
  const entries = useList("register-entries", { budget_line: line.id }).data?.items ?? [];
  if (entries.length === 0) return null;
  return (
    <Section title={words.missions.ofLine}>
      <ul className={classes.plain}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

export function RecordsOfTask({ task }: { task: Task }) {
  const missions = useList("missions", { task: task.id }).data?.items ?? [];
  const problems = useList("big-problems", { task: task.id }).data?.items ?? [];
  const entries = useList("register-entries", { task: task.id }).data?.items ?? [];
  const proposals = useList("proposals", { task: task.id, state: "waiting" }).data?.items ?? [];
  const may = useMaySetIds(task);
  const mayPropose = useMayPropose(task);
  const total = missions.length + problems.length + entries.length;
  if (total + proposals.length === 0 && task.external_ids.length === 0 && !may && !mayPropose) return null;
  return (
    <Section title={words.missions.ofTask}>
      {total > 0 && (
        <ul className={classes.plain}>
          {missions.map((row) => (
            <li key={row.id}>
              {words.missions.title}:{" "}
              <Link to="/missions/$id" params={{ id: row.id }}>
                {row.title}
              </Link>{" "}
              <span className={classes.note}>{words.stages[row.stage]}</span>
            </li>
          ))}
          {problems.map((row) => (
            <li key={row.id}>
              {words.problems.title}:{" "}
              <Link to="/big-problems" search={{ q: row.problem }}>
                {row.problem}
              </Link>{" "}
              <span className={classes.note}>{words.outcomes[row.state]}</span>
            </li>
          ))}
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <ExternalIds task={task} may={may} />
      <Proposals task={task} />
    </Section>
  );
}
