// One register: tender packages, projects with outside money, hired services, shared platforms, models.

import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { listQuery, useList } from "../../api/queries";
import type { RegisterEntry, RegisterName } from "../../api/types";
import { formatDay, isDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { addEntrySpec, entrySpec, fieldsOfRegister, labelInRegister } from "../../forms/specs/records";
import { t } from "../../i18n";
import type { RecordCommandId } from "../../meaning/command-ids";
import { useDirectory, type Directory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink, AgencyNames } from "../../ui/AgencyNames";
import { ChangeMark } from "../../ui/ChangeMark";
import { ExportButton } from "../../ui/ExportButton";
import { Facts } from "../../ui/Facts";
import { ListFilters } from "../../ui/ListFilters";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound } from "../../ui/use-found";
import { useSubjectTitle } from "../../ui/use-subject-title";
import { Link } from "@tanstack/react-router";
import { keepsEntry } from "./commands";
import { NothingYet, OrganisationName, TaskLinks, useProgrammes, useStands } from "./parts";
import classes from "./Records.module.css";
import { RecordTabs } from "./RecordTabs";

const route = getRouteApi("/registers/$register");
const words = t.records;
const label = (name: string): string => words.fields[name] ?? name;
const states = { label: words.missions.state, options: [{ value: "in-force", label: words.entries.inForce }, { value: "ended", label: words.entries.ended }] };

function shownValue(entry: RegisterEntry, name: string) {
  if (name === "users") return entry.users.length > 0 && <AgencyNames ids={entry.users} />;
  if (name === "replicated")
    return (
      entry.replicated.length > 0 && (
        <ul className={classes.plain}>
          {entry.replicated.map((place, index) => (
            <li key={index}>
              <OrganisationName of={place} />
            </li>
          ))}
        </ul>
      )
    );
  const value = (entry as unknown as Record<string, string | number | null>)[name];
  if (value === null || value === undefined) return null;
  if (name === "form") return words.forms[String(value)];
  if (typeof value === "number") return formatNumber(value);
  return isDay(value) ? formatDay(value) : value;
}

function LineLink({ id }: { id: string }) {
  const titleOf = useSubjectTitle(["budget-line"]);
  return (
    <Link to="/budget-lines/$id" params={{ id }}>
      {titleOf(`budget-line/${id}`)}
    </Link>
  );
}

function Doubles({ entry }: { entry: RegisterEntry }) {
  if (entry.likely_doubles.length === 0) return null;
  return (
    <div className={classes.warning}>
      {words.entries.doubles}:{" "}
      {entry.likely_doubles.map((other, index) => (
        <span key={other.id}>
          {index > 0 && "; "}
          <Link to="/registers/$register" params={{ register: other.register }} search={{ q: other.name }} aria-label={words.entries.open(other.name)}>
            {other.name}
          </Link>{" "}
          (<AgencyLink id={other.agency} />, {words.registers[other.register]})
        </span>
      ))}
    </div>
  );
}

const commands: readonly RecordCommandId[] = ["amend-register-entry", "end-register-entry"];

// Whether the agency acted for keeps the row; the server decides.
function useKeeps(entry: RegisterEntry): boolean {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting);
  const directory = useDirectory();
  const time = useViewTime();
  const tasks = useQuery({ ...listQuery("tasks", time), enabled: entry.task !== null }).data?.items;
  const lines = useQuery({ ...listQuery("budget-lines", time), enabled: entry.budget_line !== null }).data?.items;
  const rows = { task: tasks?.find((task) => task.id === entry.task), line: lines?.find((line) => line.id === entry.budget_line) };
  return keepsEntry(acting, stands(entry.programme), allowed.has, rows, directory);
}

function Entry({ entry }: { entry: RegisterEntry }) {
  const [open, setOpen] = useState<RecordCommandId | null>(null);
  const allowed = useAllowed();
  const programmes = useProgrammes();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  const ids = useMemo(() => new Set(directory.agencies.keys()), [directory]);
  const keeps = useKeeps(entry);
  const may = past || entry.ended || !keeps ? [] : commands.filter((command) => allowed.may(command));
  return (
    <li>
      <div className={classes.head}>
        <AgencyLink id={entry.agency} />
        {entry.ended && <span className={classes.state}>{words.entries.endedOn(formatDay(entry.ended.on))}</span>}
        <ChangeMark subject={`register-entry/${entry.id}`} />
      </div>
      <h2 className={classes.title}>{entry.name}</h2>
      <Doubles entry={entry} />
      <Facts
        rows={[
          ...fieldsOfRegister(entry.register).map((name) => [labelInRegister(entry.register, name), shownValue(entry, name)] as const),
          [label("task"), entry.task && <TaskLinks ids={[entry.task]} />],
          [label("budget_line"), entry.budget_line && <LineLink id={entry.budget_line} />],
          [label("reason"), entry.ended?.reason],
        ]}
      />
      <div className={classes.actions} data-no-print>
        {may.map((command) => (
          <Button key={command} size="compact-sm" variant="default" onClick={() => setOpen(command)}>
            {t.commands.names[command]}
          </Button>
        ))}
      </div>
      {open && <CommandDialog spec={entrySpec(open, entry, programmes, ids)} onClose={() => setOpen(null)} />}
    </li>
  );
}

const wordsOf = (directory: Directory) => (row: RegisterEntry) => [row.name, row.partner, row.number, row.place, row.address, directory.name(row.agency)];

function Entries({ all }: { all: readonly RegisterEntry[] }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const sifted = useMemo(() => all.filter((row) => !search.state || (row.ended !== null) === (search.state === "ended")), [all, search.state]);
  const rows = useFound(sifted, search.q, useMemo(() => wordsOf(directory), [directory]));
  const doubles = rows.filter((row) => row.likely_doubles.length > 0).length;
  if (rows.length === 0) return <NothingYet search={search} title={words.entries.none} guide={words.entries.guide} />;
  return (
    <Section>
      <p className={classes.note} role="status">
        {words.entries.count(formatNumber(rows.length))}
        {doubles > 0 && `. ${words.entries.doublesOf(formatNumber(doubles))}`}
      </p>
      <ul className={classes.list}>
        {rows.map((row) => (
          <Entry key={row.id} entry={row} />
        ))}
      </ul>
    </Section>
  );
}

function Add({ register }: { register: RegisterName }) {
  const [open, setOpen] = useState(false);
  const acting = useStore(actingFor);
  const programmes = useProgrammes();
  const directory = useDirectory();
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const ids = useMemo(() => new Set(directory.agencies.keys()), [directory]);
  if (past || !allowed.may("add-register-entry")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.commands.names["add-register-entry"]}</Button>
      {open && <CommandDialog spec={addEntrySpec(register, programmes, ids, acting)} onClose={() => setOpen(false)} />}
    </>
  );
}

function Register({ register }: { register: RegisterName }) {
  const search = route.useSearch();
  const directory = useDirectory();
  const filter = { register, ...(search.programme ? { programme: search.programme } : {}), ...(search.agency ? { agency: search.agency } : {}) };
  const entries = useList("register-entries", filter);
  const ended = search.state && String(search.state === "ended");
  return (
    <Page title={words.registers[register] ?? register} note={words.entries.intro[register]} actions={<Add register={register} />}>
      <RecordTabs />
      <ListFilters search={search} programmes={directory.programmeIds()} agencies states={states}>
        <ExportButton path="/register-entries.xlsx" query={{ ...filter, ended: ended || undefined, q: search.q }} />
      </ListFilters>
      <QueryView query={entries}>{(list) => <Entries all={list.items} />}</QueryView>
    </Page>
  );
}

export default function RegisterPage() {
  const { register } = route.useParams();
  if (!(register in words.registers)) return <EmptyState title={t.states.notFoundTitle} text={t.states.notFoundText} />;
  return <Register key={register} register={register as RegisterName} />;
}
