// Fields of the forms on missions, big problems and registers: amounts, bodies, tasks, budget lines, planned steps, ids of other systems.

import { Button, MultiSelect, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useList } from "../api/queries";
import type { Organisation, PlannedStep } from "../api/types";
import { formatDay, parseDay, todayInVietnam } from "../format/date";
import { formatNumber, parseNumber } from "../format/number";
import { t } from "../i18n";
import { searchText } from "../meaning/fold";
import { byWords } from "../ui/agency-options";
import { DateBox } from "../ui/DateBox";
import { NumberBox } from "../ui/NumberBox";
import { AgencyField } from "./AgencyFields";
import { Fault } from "./convert";
import { useDocumentOptions } from "./DocumentField";
import { NewDocument } from "./NewDocument";
import classes from "./record-fields.module.css";
import type { FieldSpec, OwnField } from "./spec";

const words = t.records;
const rowsShown = 60; // of a list that is searched by words

type Shown = Parameters<OwnField["draw"]>[0];
interface Options {
  required?: boolean;
  hint?: string;
  label?: string;
}

function own(name: string, made: OwnField, { required = false, hint, label }: Options = {}): FieldSpec {
  return { name, kind: "own", label: label ?? words.fields[name] ?? name, required, ...(hint ? { hint } : {}), own: made };
}

const typed = (raw: unknown): string => (typeof raw === "string" ? raw.trim() : "");

// --- amounts: whole đồng ---
const amount: OwnField = {
  draw: ({ value, onChange, ...rest }) => <NumberBox {...rest} value={typed(value)} onChange={onChange} styles={{ wrapper: { maxWidth: 260 } }} />,
  read: (raw) => {
    const text = typed(raw);
    if (text === "") return undefined;
    const minus = /^[-−]/.test(text);
    const number = parseNumber(minus ? text.slice(1) : text);
    if (number === null || !Number.isSafeInteger(number)) throw new Fault(words.badAmount);
    return minus ? -number : number;
  },
  shown: (wire) => (typeof wire === "number" ? formatNumber(wire) : ""),
};
export const amountField = (name: string, options?: Options): FieldSpec => own(name, amount, options);

// --- a body: an agency, or a name ---
export interface OrganisationValue {
  other: boolean;
  agency: string | null;
  name: string;
}
const noBody: OrganisationValue = { other: false, agency: null, name: "" };

export function organisationValue(of: Organisation | null | undefined): OrganisationValue {
  return { other: of?.name != null, agency: of?.agency ?? null, name: of?.name ?? "" };
}

function OrganisationBox({ label, required, error, value, onChange }: Shown) {
  const of = (value as OrganisationValue | null) ?? noBody;
  return (
    <div role="group" aria-label={label} className={classes.group}>
      <Radio.Group label={label} required={required} value={of.other ? "other" : "agency"} onChange={(kind) => onChange({ ...of, other: kind === "other" })}>
        <div className={classes.choices}>
          <Radio value="agency" label={words.organisation.agency} />
          <Radio value="other" label={words.organisation.other} />
        </div>
      </Radio.Group>
      {of.other ? (
        <TextInput
          label={words.organisation.name}
          error={error}
          value={of.name}
          autoComplete="off"
          onChange={(event) => onChange({ ...of, name: event.currentTarget.value })}
        />
      ) : (
        <AgencyField label={words.organisation.agency} error={error} value={of.agency} onChange={(agency) => onChange({ ...of, agency })} />
      )}
    </div>
  );
}

const organisation: OwnField = {
  draw: (shown) => <OrganisationBox {...shown} />,
  read: (raw) => {
    const of = raw as OrganisationValue | null;
    if (!of) return undefined;
    if (of.other) return typed(of.name) === "" ? undefined : { name: typed(of.name) };
    return of.agency ? { agency: of.agency } : undefined;
  },
  shown: (wire) => organisationValue(wire as Organisation | null),
};
export const organisationField = (name: string, options?: Options): FieldSpec => own(name, organisation, options);

// --- rows of plans, found by their words ---
function useTaskOptions() {
  const tasks = useList("tasks").data?.items;
  return useMemo(
    () => (tasks ?? []).map((task) => ({ value: task.id, label: task.title, text: searchText([task.title, task.id]) })),
    [tasks],
  );
}

function TasksBox({ value, onChange, ...rest }: Shown) {
  const options = useTaskOptions();
  return <MultiSelect {...rest} data={options} value={(value as string[]) ?? []} onChange={onChange} searchable filter={byWords} limit={rowsShown} hidePickedOptions />;
}
function TaskBox({ value, onChange, ...rest }: Shown) {
  const options = useTaskOptions();
  return <Select {...rest} data={options} value={(value as string | null) ?? null} onChange={onChange} searchable clearable filter={byWords} limit={rowsShown} />;
}
function LineBox({ value, onChange, ...rest }: Shown) {
  const lines = useList("budget-lines").data?.items;
  const options = useMemo(
    () =>
      (lines ?? [])
        .filter((line) => !line.heading)
        .map((line) => ({ value: line.id, label: line.name, text: searchText([line.name, line.id]) })),
    [lines],
  );
  return <Select {...rest} data={options} value={(value as string | null) ?? null} onChange={onChange} searchable clearable filter={byWords} limit={rowsShown} />;
}

const one = (draw: OwnField["draw"]): OwnField => ({ draw, read: (raw) => raw ?? undefined, shown: (wire) => wire ?? null });
export const tasksField = (name: string): FieldSpec =>
  own(name, { draw: (shown) => <TasksBox {...shown} />, read: (raw) => raw ?? [], shown: (wire) => wire ?? [] });
export const taskField = (name: string): FieldSpec => own(name, one((shown) => <TaskBox {...shown} />));
export const lineField = (name: string): FieldSpec => own(name, one((shown) => <LineBox {...shown} />));

// --- a paper that is there: none to be supplied later ---
function PaperBox({ value, onChange, ...rest }: Shown) {
  const options = useDocumentOptions();
  return (
    <div className={classes.group}>
      <Select {...rest} data={options} value={(value as string | null) ?? null} onChange={onChange} searchable clearable filter={byWords} limit={rowsShown} />
      <NewDocument evidence={false} onRegistered={(document) => onChange(document.id)} />
    </div>
  );
}
export const paperField = (name: string): FieldSpec => own(name, one((shown) => <PaperBox {...shown} />));

// --- planned steps ---
export interface StepValue {
  name: string;
  due: string; // as typed
  done: string;
}
export const stepValues = (steps: readonly PlannedStep[]): StepValue[] =>
  steps.map((step) => ({ name: step.name, due: formatDay(step.due), done: step.done_on ? formatDay(step.done_on) : "" }));

function StepsBox({ label, description, error, value, onChange }: Shown) {
  const steps = (value as StepValue[] | null) ?? [];
  const change = (index: number, part: Partial<StepValue>) => onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  return (
    <fieldset className={classes.steps}>
      <legend>{label}</legend>
      {description && <p className={classes.hint}>{description}</p>}
      {steps.map((step, index) => (
        <div key={index} className={classes.step} role="group" aria-label={`${words.milestones.title} ${index + 1}`}>
          <TextInput label={words.milestones.name} value={step.name} autoComplete="off" onChange={(event) => change(index, { name: event.currentTarget.value })} />
          <DateBox label={words.milestones.due} value={step.due} onChange={(due) => change(index, { due })} />
          <DateBox label={words.milestones.done} value={step.done} onChange={(done) => change(index, { done })} />
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange(steps.filter((_, at) => at !== index))}>
            {words.milestones.drop}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={() => onChange([...steps, { name: "", due: "", done: "" }])}>
        {words.milestones.add}
      </Button>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function stepFrom(step: StepValue): PlannedStep {
  const due = parseDay(step.due);
  const done = step.done.trim() === "" ? null : parseDay(step.done);
  if (typed(step.name) === "" || !due || (step.done.trim() !== "" && !done)) throw new Fault(words.milestones.needsName);
  if (done && done > todayInVietnam()) throw new Fault(t.commands.hints.notInFuture);
  return { name: typed(step.name), due, done_on: done };
}

const steps: OwnField = {
  draw: (shown) => <StepsBox {...shown} />,
  read: (raw) => ((raw as StepValue[] | null) ?? []).map(stepFrom),
  shown: (wire) => stepValues((wire as PlannedStep[] | null) ?? []),
};
export const stepsField = (hint?: string): FieldSpec => own("milestones", steps, hint ? { hint } : {});

// --- lines of words ---
function LinesBox({ value, onChange, ...rest }: Shown): ReactNode {
  return <Textarea {...rest} value={typeof value === "string" ? value : ""} onChange={(event) => onChange(event.currentTarget.value)} autosize minRows={3} maxRows={12} />;
}
const linesOf = (raw: unknown): string[] =>
  typed(raw)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const idForm = /^([a-z0-9][a-z0-9-]{0,39})\s+(\S.*)$/;
const externalIds: OwnField = {
  draw: (shown) => <LinesBox {...shown} />,
  read: (raw) =>
    linesOf(raw).map((line) => {
      const [, system, id] = idForm.exec(line) ?? [];
      if (!system || !id) throw new Fault(words.badIds);
      return { system, id };
    }),
  shown: (wire) => ((wire as { system: string; id: string }[] | null) ?? []).map((each) => `${each.system} ${each.id}`).join("\n"),
};
export const externalIdsField: FieldSpec = own("external_ids", externalIds, { hint: words.idsHint });

// `known`: ids of agencies.
const places = (known: ReadonlySet<string>): OwnField => ({
  draw: (shown) => <LinesBox {...shown} />,
  read: (raw) => linesOf(raw).map((line) => (known.has(line) ? { agency: line } : { name: line })),
  shown: (wire) => ((wire as Organisation[] | null) ?? []).map((each) => each.agency ?? each.name ?? "").join("\n"),
});
export const placesField = (name: string, known: ReadonlySet<string>): FieldSpec => own(name, places(known), { hint: words.replicatedHint });

// --- yes or not yet ---
const yesNo: OwnField = {
  draw: ({ value, onChange, description, ...rest }) => (
    <Radio.Group {...rest} description={description} value={typed(value)} onChange={onChange}>
      <div className={classes.choices}>
        <Radio value="yes" label={words.yes} />
        <Radio value="no" label={words.no} />
      </div>
    </Radio.Group>
  ),
  read: (raw) => (typed(raw) === "" ? undefined : raw === "yes"),
  shown: (wire) => (wire === true ? "yes" : wire === false ? "no" : ""),
};
export const yesNoField = (name: string): FieldSpec => own(name, yesNo, { required: true });
