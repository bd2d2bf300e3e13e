// Naming the people of many assignments at once.

import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Assignment, Task } from "../../api/types";
import { formatDay, formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { Field } from "../../forms/Field";
import { peopleFields } from "../../forms/specs/assignment";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { TimelinessBadge } from "../../ui/Badges";
import choice from "../../ui/ChoiceList.module.css";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { PeopleLine } from "../../ui/WorkPeople";
import approvals from "../approvals/Approvals.module.css";
import classes from "./PeopleOfWork.module.css";
import { assignable, peopleBy } from "../../meaning/work-people";
import { useBulk, type Bulk } from "./use-bulk";

const words = t.inside.bulk;
type Shown = "unassigned" | "all";

function Row({ row, agency, bulk }: { row: Assignment; agency: string; bulk: Bulk }) {
  const directory = useDirectory();
  const people = peopleBy(row, agency);
  const fault = bulk.faults[row.id];
  return (
    <li className={fault ? `${choice.row} ${classes.wrong}` : choice.row}>
      <Checkbox checked={bulk.chosen.has(row.id)} onChange={() => bulk.toggle(row.id)} aria-label={words.choose(row.title)} />
      <div className={choice.what}>
        <div className={choice.note}>
          {[shortPlace(row.source), directory.programmeName(row.programme), row.window.due && formatDay(row.window.due)].filter(Boolean).join(", ")}{" "}
          <TimelinessBadge timeliness={row.timeliness} />
        </div>
        <Link to="/tasks/$id" params={{ id: row.task }} className={classes.title} title={row.title}>
          {row.title}
        </Link>
        <div className={people ? undefined : choice.note}>{people ? <PeopleLine people={people} /> : t.inside.nobody}</div>
        {fault && (
          <p className={approvals.fault} role="alert">
            {fault}
          </p>
        )}
      </div>
    </li>
  );
}

function Form({ bulk }: { bulk: Bulk }) {
  return (
    <Section title={t.inside.people}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          bulk.send();
        }}
      >
        {bulk.restoredFrom && (
          <div className={choice.note}>
            {t.commands.draftKept(formatMoment(bulk.restoredFrom))}{" "}
            <Button variant="subtle" size="compact-sm" onClick={bulk.startOver}>
              {t.commands.dropDraft}
            </Button>
          </div>
        )}
        {peopleFields.map((field) => (
          <div key={field.name} data-field={field.name}>
            <Field field={field} values={bulk.values} onChange={(value) => bulk.set(field.name, value)} />
          </div>
        ))}
        {bulk.message && (
          <div className={approvals.message} role="alert">
            {bulk.message}
          </div>
        )}
        {bulk.empty && bulk.picked > 0 && <p className={choice.note}>{words.nothing}</p>}
        <Button type="submit" loading={bulk.sending} disabled={bulk.picked === 0}>
          {words.send(formatNumber(bulk.picked))}
        </Button>
      </form>
    </Section>
  );
}

function Rows({ agency, all }: { agency: string; all: readonly Assignment[] }) {
  const bulk = useBulk(agency, all);
  const [shown, setShown] = useState<Shown>(() => (all.some((row) => !peopleBy(row, agency)) ? "unassigned" : "all"));
  const rows = useMemo(
    () => all.filter((row) => shown === "all" || !peopleBy(row, agency) || bulk.chosen.has(row.id)),
    [all, shown, agency, bulk.chosen],
  );
  const ids = rows.map((row) => row.id);
  const every = rows.length > 0 && ids.every((id) => bulk.chosen.has(id));
  const count = (which: Shown) => formatNumber(all.filter((row) => which === "all" || !peopleBy(row, agency)).length);
  return (
    <div className={classes.columns}>
      <div>
        <div className={choice.tools}>
          <SegmentedControl
            size="xs"
            data={(["unassigned", "all"] as const).map((value) => ({ value, label: `${words.filters[value]} (${count(value)})` }))}
            value={shown}
            onChange={(next) => setShown(next as Shown)}
            aria-label={words.shown}
          />
          {rows.length > 0 && (
            <Checkbox
              label={words.all}
              checked={every}
              indeterminate={!every && bulk.picked > 0}
              onChange={() => bulk.choose(every ? [] : ids)}
            />
          )}
          <span className={choice.note}>{words.chosen(formatNumber(bulk.picked), formatNumber(all.length))}</span>
        </div>
        {rows.length === 0 ? (
          <EmptyState title={words.none} text={words.noneText} />
        ) : (
          <ul className={choice.list}>
            {rows.map((row) => (
              <Row key={row.id} row={row} agency={agency} bulk={bulk} />
            ))}
          </ul>
        )}
      </div>
      <div className={classes.aside}>
        <Form bulk={bulk} />
      </div>
    </div>
  );
}

function OfAgency({ agency, all, tasks }: { agency: string; all: readonly Assignment[]; tasks: readonly Task[] }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const rows = useMemo(() => assignable(all, tasks, agency, directory, allowed.posts), [all, tasks, agency, directory, allowed]);
  return <Rows key={agency} agency={agency} all={rows} />;
}

export default function PeopleOfWorkPage() {
  const agency = useStore(actingFor);
  const directory = useDirectory();
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const assignments = useList("assignments", agency ? { agency } : {});
  const tasks = useList("tasks");
  const note = `${agency ? directory.name(agency) : ""}. ${words.intro}`;
  return (
    <Page title={words.title} crumbs={<Link to="/">{t.board.mine.title}</Link>} note={note}>
      {!agency || past || !allowed.may("assign-people") ? (
        <EmptyState title={past ? t.top.readOnly : words.only} />
      ) : (
        <QueryView query={tasks}>
          {(list) => (
            <QueryView query={assignments}>{(parts) => <OfAgency agency={agency} all={parts.items} tasks={list.items} />}</QueryView>
          )}
        </QueryView>
      )}
    </Page>
  );
}
