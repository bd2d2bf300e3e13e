// Commands on missions, big problems, rows of registers and proposals.

import type { BigProblem, Mission, Proposal, RegisterEntry, RegisterName, Task } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import type { MissionCommandId, RecordCommandId } from "../../meaning/command-ids";
import {
  amountField,
  externalIdsField,
  lineField,
  organisationField,
  organisationValue,
  paperField,
  placesField,
  stepsField,
  stepValues,
  taskField,
  tasksField,
  yesNoField,
} from "../record-fields";
import type { CommandSpec, DocumentValue, FieldSpec, FormValues } from "../spec";
import { typedValue } from "../convert";

const words = t.records;
export const label = (name: string): string => words.fields[name] ?? name;
const optionsOf = (vocabulary: Record<string, string>) => Object.entries(vocabulary).map(([value, text]) => ({ value, label: text }));

export const line = (name: string, required = false): FieldSpec => ({ name, kind: "line", label: label(name), required });
export const text = (name: string, required = false): FieldSpec => ({ name, kind: "text", label: label(name), required, rows: 3 });
export const past = (name: string): FieldSpec => ({ name, kind: "date", label: label(name), required: true, notAfter: todayInVietnam() });
const day = (name: string): FieldSpec => ({ name, kind: "date", label: label(name) });
export const document = (required = true): FieldSpec => ({ name: "document", kind: "document", label: label("document"), required });
export const choice = (name: string, vocabulary: Record<string, string>): FieldSpec => ({
  name,
  kind: "choice",
  label: label(name),
  required: true,
  options: optionsOf(vocabulary),
});
const agency = (name: string): FieldSpec => ({ name, kind: "agency", label: label(name), required: true });
const programme = (programmes: readonly string[], nameOf: (id: string) => string): FieldSpec => ({
  name: "programme",
  kind: "select",
  label: label("programme"),
  options: programmes.map((id) => ({ value: id, label: nameOf(id) })),
});

const shownDay = (value: string | null): string => (value ? formatDay(value) : "");
const shownDocument = (ref: unknown): DocumentValue | null => typedValue({ name: "document", kind: "document", label: "" }, ref) as DocumentValue | null;
const today = () => formatDay(todayInVietnam());

export interface Programmes {
  ids: readonly string[];
  nameOf: (id: string) => string;
}

interface Made {
  fields: readonly FieldSpec[];
  initial: FormValues;
}

function creating(id: RecordCommandId, path: string, made: Made, given?: FormValues): CommandSpec {
  const subject = `${path.slice(1)}`;
  return { id, title: t.commands.names[id], ...made, path, subject, subjects: [], basedOn: undefined, ...(given ? { given } : {}) };
}

export function changing(id: RecordCommandId, subject: string, path: string, basedOn: number, made: Made, beside?: readonly string[]): CommandSpec {
  return { id, title: t.commands.names[id], ...made, path, subject, subjects: [subject], basedOn, ...(beside ? { beside } : {}) };
}

// --- missions ---

function missionFields({ ids, nameOf }: Programmes): FieldSpec[] {
  return [
    line("title", true),
    choice("kind", words.kinds),
    agency("managing_agency"),
    tasksField("tasks"),
    programme(ids, nameOf),
    organisationField("host"),
    day("from"),
    day("to"),
    amountField("budget"),
    paperField("cost_benefit"),
    past("ordered_on"),
    document(),
  ];
}

function missionValues(mission: Mission | null, acting: string | null): FormValues {
  return {
    title: mission?.title ?? "",
    kind: mission?.kind ?? "topic",
    managing_agency: mission?.managing_agency ?? acting,
    tasks: mission?.tasks ?? [],
    programme: mission?.programme ?? "",
    host: organisationValue(mission?.host),
    from: shownDay(mission?.from ?? null),
    to: shownDay(mission?.to ?? null),
    budget: mission?.budget ? formatNumber(mission.budget) : "",
    cost_benefit: mission?.cost_benefit ?? null,
    ordered_on: mission ? formatDay(mission.ordered_on) : today(),
    document: shownDocument(mission?.document),
  };
}

export function orderMissionSpec(programmes: Programmes, acting: string | null, task?: Task): CommandSpec {
  const made = { fields: missionFields(programmes), initial: missionValues(null, acting) };
  return creating("order-mission", "/missions", made, task && { tasks: [task.id] });
}

type StepId = Exclude<MissionCommandId, "order-mission" | "amend-mission">;

const stepPaths: Record<StepId, string> = {
  "select-mission": "select",
  "contract-mission": "contract",
  "disburse-mission": "record-disbursement",
  "hold-council": "record-council",
  "accept-mission": "accept",
  "transfer-mission": "transfer",
  "follow-up-mission": "follow-up",
  "stop-mission": "stop",
  "set-mission-milestones": "set-milestones",
};

const missionSteps: Record<StepId, (mission: Mission) => Made> = {
  "select-mission": (mission) => ({
    fields: [choice("way", words.ways), organisationField("host", { required: true }), past("on"), document()],
    initial: { way: "open-call", host: organisationValue(mission.host), on: today(), document: null },
  }),
  "contract-mission": (mission) => ({
    fields: [line("number", true), amountField("amount", { required: true }), past("on"), document()],
    initial: {
      number: mission.contract?.number ?? "",
      amount: mission.contract ? formatNumber(mission.contract.amount) : "",
      on: today(),
      document: null,
    },
  }),
  "disburse-mission": () => ({
    fields: [amountField("amount", { required: true, hint: words.amountHint }), past("paid_on"), line("note"), document(false)],
    initial: { amount: "", paid_on: today(), note: "", document: null },
  }),
  "hold-council": () => ({
    fields: [
      { ...choice("kind", words.councils), label: label("council") },
      past("held_on"),
      choice("result", words.councilResults),
      { ...document(), label: label("minutes") },
      text("note"),
    ],
    initial: { kind: "acceptance", held_on: today(), result: "passed", document: null, note: "" },
  }),
  "accept-mission": () => ({ fields: [past("on"), line("grade"), document()], initial: { on: today(), grade: "", document: null } }),
  "transfer-mission": () => ({
    fields: [organisationField("receiver", { required: true }), past("on"), document()],
    initial: { receiver: organisationValue(null), on: today(), document: null },
  }),
  "follow-up-mission": () => ({
    fields: [yesNoField("applied"), text("text", true), past("on"), document(false)],
    initial: { applied: "", text: "", on: today(), document: null },
  }),
  "stop-mission": () => ({ fields: [text("reason", true), past("on"), document()], initial: { reason: "", on: today(), document: null } }),
  "set-mission-milestones": (mission) => ({ fields: [stepsField()], initial: { milestones: stepValues(mission.milestones) } }),
};

export function missionSpec(id: MissionCommandId, mission: Mission, programmes: Programmes): CommandSpec {
  const subject = `mission/${mission.id}`;
  const path = `/missions/${mission.id}`;
  if (id === "amend-mission" || id === "order-mission") {
    const made = { fields: [...missionFields(programmes), text("reason")], initial: { ...missionValues(mission, null), reason: "" } };
    return changing("amend-mission", subject, `${path}/amend`, mission.sequence, made, ["reason"]);
  }
  return changing(id, subject, `${path}/${stepPaths[id]}`, mission.sequence, missionSteps[id](mission));
}

// --- big problems ---

function problemMade(programmes: Programmes, problem: BigProblem | null): Made {
  return {
    fields: [
      text("problem", true),
      text("product", true),
      text("measure"),
      organisationField("receiver"),
      agency("lead_agency"),
      tasksField("tasks"),
      programme(programmes.ids, programmes.nameOf),
      document(false),
    ],
    initial: {
      problem: problem?.problem ?? "",
      product: problem?.product ?? "",
      measure: problem?.measure ?? "",
      receiver: organisationValue(problem?.receiver),
      lead_agency: problem?.lead_agency ?? null,
      tasks: problem?.tasks ?? [],
      programme: problem?.programme ?? "",
      document: shownDocument(problem?.document),
    },
  };
}

export function registerProblemSpec(programmes: Programmes): CommandSpec {
  return creating("register-big-problem", "/big-problems", problemMade(programmes, null));
}

export function problemSpec(id: RecordCommandId, problem: BigProblem, programmes: Programmes): CommandSpec {
  const subject = `big-problem/${problem.id}`;
  const path = `/big-problems/${problem.id}`;
  const change = (name: string, made: Made, beside?: readonly string[]) => changing(id, subject, `${path}/${name}`, problem.sequence, made, beside);
  if (id === "set-big-problem-milestones")
    return change("set-milestones", { fields: [stepsField(words.milestones.quarterly)], initial: { milestones: stepValues(problem.milestones) } });
  if (id === "close-big-problem") {
    const { open: _open, ...outcomes } = words.outcomes;
    const reason: FieldSpec = { ...text("reason", true), when: (values) => values["outcome"] === "dropped" };
    return change("close", { fields: [choice("outcome", outcomes), reason, past("on"), document()], initial: { outcome: "solved", reason: "", on: today(), document: null } });
  }
  const made = problemMade(programmes, problem);
  return change("amend", { fields: [...made.fields, text("reason")], initial: { ...made.initial, reason: "" } }, ["reason"]);
}

// --- registers ---

const ownFields: Record<RegisterName, readonly string[]> = {
  "tender-package": ["form", "number", "partner", "amount", "published_on", "opened_on", "signed_on", "from", "to"],
  "ppp-project": ["form", "partner", "amount", "signed_on", "from", "to", "place"],
  "hired-service": ["partner", "from", "to", "number", "amount", "signed_on"],
  "shared-platform": ["address", "users", "partner", "amount", "from"],
  model: ["place", "amount", "from", "to", "result", "replicated"],
};
const needed: Record<RegisterName, readonly string[]> = {
  "tender-package": ["form"],
  "ppp-project": ["form"],
  "hired-service": ["partner", "from"],
  "shared-platform": ["address"],
  model: ["place"],
};
const projectForms = ["ppp", "socialised", "oda"];

export const fieldsOfRegister = (register: RegisterName): readonly string[] => ownFields[register];
export const labelInRegister = (register: RegisterName, name: string): string => words.ofRegister[register]?.[name] ?? label(name);

function entryField(register: RegisterName, name: string, agencies: ReadonlySet<string>): FieldSpec {
  const required = needed[register].includes(name);
  const shown = labelInRegister(register, name);
  const forms = Object.entries(words.forms).filter(([form]) => projectForms.includes(form) === (register === "ppp-project"));
  switch (name) {
    case "form":
      return { name, kind: "select", label: shown, required, options: optionsOf(Object.fromEntries(forms)) };
    case "amount":
      return amountField(name, { label: shown });
    case "published_on":
    case "opened_on":
    case "signed_on":
      return { name, kind: "date", label: shown, notAfter: todayInVietnam() };
    case "from":
    case "to":
      return { name, kind: "date", label: shown, required };
    case "users":
      return { name, kind: "agencies", groups: true, label: shown };
    case "replicated":
      return placesField(name, agencies);
    case "result":
      return { name, kind: "text", label: shown, rows: 3 };
    default:
      return { name, kind: "line", label: shown, required };
  }
}

function entryFields(register: RegisterName, programmes: Programmes, agencies: ReadonlySet<string>): FieldSpec[] {
  return [
    { ...line("name", true), label: labelInRegister(register, "name") },
    { ...agency("agency"), label: labelInRegister(register, "agency") },
    taskField("task"),
    lineField("budget_line"),
    programme(programmes.ids, programmes.nameOf),
    ...ownFields[register].map((name) => entryField(register, name, agencies)),
  ];
}

function entryValues(fields: readonly FieldSpec[], entry: RegisterEntry | null): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, typedValue(field, (entry as Record<string, unknown> | null)?.[field.name])]));
}

export function addEntrySpec(register: RegisterName, programmes: Programmes, agencies: ReadonlySet<string>, acting: string | null): CommandSpec {
  const fields = entryFields(register, programmes, agencies);
  const kind: FieldSpec = { name: "register", kind: "fixed", label: "", value: register };
  const made = { fields: [kind, ...fields], initial: { ...entryValues(fields, null), agency: acting } };
  return { ...creating("add-register-entry", "/register-entries", made), subject: `register-entries/${register}` };
}

export function entrySpec(id: RecordCommandId, entry: RegisterEntry, programmes: Programmes, agencies: ReadonlySet<string>): CommandSpec {
  const subject = `register-entry/${entry.id}`;
  const path = `/register-entries/${entry.id}`;
  if (id === "end-register-entry") {
    const made = { fields: [text("reason", true), past("on"), document(false)], initial: { reason: "", on: today(), document: null } };
    return changing(id, subject, `${path}/end`, entry.sequence, made);
  }
  const fields = entryFields(entry.register, programmes, agencies);
  const made = { fields: [...fields, text("reason")], initial: { ...entryValues(fields, entry), reason: "" } };
  return changing(id, subject, `${path}/amend`, entry.sequence, made, ["reason"]);
}

// --- ids of other systems, proposals ---

export function externalIdsSpec(task: Task): CommandSpec {
  const made = { fields: [externalIdsField], initial: { external_ids: typedValue(externalIdsField, task.external_ids) } };
  return changing("set-external-ids", `task/${task.id}`, `/tasks/${task.id}/set-external-ids`, task.sequence, made);
}

// `seen`: the last record behind what the page shows, of the proposal and of its task.
export function proposalSpec(id: "accept-proposal" | "refuse-proposal", proposal: Proposal, seen: number): CommandSpec {
  const subject = `proposal/${proposal.id}`;
  const made: Made =
    id === "accept-proposal"
      ? { fields: [document(), text("reason")], initial: { document: shownDocument(proposal.document), reason: "" } }
      : { fields: [text("reason", true)], initial: { reason: "" } };
  return changing(id, subject, `/proposals/${proposal.id}/${id === "accept-proposal" ? "accept" : "refuse"}`, seen, made);
}

