// Who works on the tasks that were chosen: the list, what it would make of each task, then the act.

import { Button, Modal, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import type { ActOutcome, PreviewItem, Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { ActFields } from "../../forms/ActFields";
import type { FieldSpec, FormValues } from "../../forms/spec";
import { documentField, label } from "../../forms/specs/task";
import { useAct, type ActForm, type ActSpec } from "../../forms/use-act";
import { t } from "../../i18n";
import { useDirectory, type Directory } from "../../meaning/directory";
import { byWords } from "../../ui/agency-options";
import choice from "../../ui/ChoiceList.module.css";
import { Section } from "../../ui/Page";
import { tell } from "../../ui/toast";
import classes from "./Collective.module.css";
import { warningsOf } from "./warnings";

const words = t.fanout.collective;
const namedAtMost = 5;

const isMode = (mode: string) => (values: FormValues) => values["mode"] === mode;

const choices: readonly FieldSpec[] = [
  {
    name: "mode",
    kind: "choice",
    label: words.mode,
    required: true,
    options: (["each", "focal", "joint"] as const).map((value) => ({ value, label: words.modes[value] })),
  },
  { name: "group", kind: "group", label: label("group"), when: (values) => isMode("each")(values) && values["group"] !== null },
  { name: "units", kind: "agencies", groups: false, label: words.units, hint: words.fromHint, required: true, when: isMode("each") },
  { name: "agency", kind: "agency", label: words.agency, required: true, when: isMode("focal") },
  { ...documentField, required: false },
];

function specOf(tasks: readonly Task[]): ActSpec {
  const items = tasks.map((task) => ({ subject: `task/${task.id}`, based_on: task.sequence }));
  return {
    id: "assign",
    subject: "collective-leads",
    path: "/acts/assign",
    fields: [{ name: "items", kind: "fixed", label: "", value: items }, ...choices],
    initial: { mode: "each", group: null, units: [], agency: null, document: null },
    subjects: () => items.map((item) => item.subject),
  };
}

// Groups that lead a chosen task come first, then every kind of body of the provinces concerned.
function useSources(tasks: readonly Task[]) {
  const directory = useDirectory();
  return useMemo(() => {
    const provinces = new Set(tasks.map((task) => directory.programmes.get(task.programme)?.province));
    const inForce = [...directory.agencies.values()].filter((agency) => !agency.ended_on && provinces.has(agency.province));
    const leading = [...new Set(tasks.flatMap((task) => task.lead_agencies))].flatMap((id) => directory.groups.get(id) ?? []);
    const groups = leading
      .filter((group) => group.members.length > 0)
      .map((group) => ({
        value: `group/${group.id}`,
        label: words.fromGroup(group.name, formatNumber(group.members.length)),
        units: group.members.filter((id) => !directory.endOf(id)),
      }));
    const kinds = [...new Set(inForce.map((agency) => agency.kind))].map((kind) => {
      const units = inForce.filter((agency) => agency.kind === kind).map((agency) => agency.id);
      return { value: `kind/${kind}`, label: words.fromKind(t.agencyKind[kind] ?? kind, formatNumber(units.length)), units };
    });
    return [...groups, ...kinds];
  }, [tasks, directory]);
}

function Source({ tasks, form }: { tasks: readonly Task[]; form: ActForm }) {
  const sources = useSources(tasks);
  if (form.values["mode"] !== "each") return null;
  const take = (value: string | null) => {
    const source = sources.find((one) => one.value === value);
    if (!source || !value) return;
    const before = form.values["units"] as string[];
    const only = before.length === 0 && value.startsWith("group/");
    form.setAll({ group: only ? value.slice("group/".length) : null, units: [...new Set([...before, ...source.units])] });
  };
  return (
    <Select
      label={words.from}
      data={sources.map(({ value, label: name }) => ({ value, label: name }))}
      value={null}
      onChange={take}
      searchable
      filter={byWords}
      placeholder={t.commands.agency.choose}
    />
  );
}

const unitsIn = (item: PreviewItem, side: "old" | "new"): string[] => {
  const change = item.changes.find((one) => one.field === "units");
  return Array.isArray(change?.[side]) ? (change[side] as string[]) : [];
};

function namesOf(ids: readonly string[], directory: Directory): string {
  const named = ids.slice(0, namedAtMost).map((id) => directory.shortName(id)).join(", ");
  return ids.length > namedAtMost ? `${named} ${t.history.sentence.more(ids.length - namedAtMost)}` : named;
}

function PreviewRow({ item, task, body }: { item: PreviewItem; task: Task; body: Record<string, unknown> }) {
  const directory = useDirectory();
  const [before, after] = [unitsIn(item, "old"), unitsIn(item, "new")];
  const mode = body["mode"] as keyof typeof words.gets;
  const units = after.length > 0 ? after : mode === "joint" ? [] : task.units;
  const gets = mode === "each" ? words.gets.each(formatNumber(units.length)) : mode === "focal" ? words.gets.focal(directory.name(units[0] ?? "")) : words.gets.joint;
  const comes = after.filter((id) => !before.includes(id)).length;
  const goes = before.filter((id) => !after.includes(id)).length;
  const warnings = warningsOf(task, units, directory);
  return (
    <li className={choice.row}>
      <div className={choice.what}>
        <div className={classes.title}>{task.title}</div>
        <div>
          {gets}
          {(before.length > 0 || goes > 0) && (
            <span className={choice.note}>
              {" "}
              ({[comes > 0 && words.comes(formatNumber(comes)), goes > 0 && words.goes(formatNumber(goes))].filter(Boolean).join(", ")})
            </span>
          )}
        </div>
        {warnings.coordinates.length > 0 && <div className={classes.warning}>{words.alsoCoordinates(namesOf(warnings.coordinates, directory))}</div>}
        {warnings.outside.length > 0 && <div className={classes.warning}>{words.outside(namesOf(warnings.outside, directory))}</div>}
      </div>
    </li>
  );
}

function partsOf(body: Record<string, unknown>, tasks: number): number {
  return body["mode"] === "each" ? tasks * ((body["units"] as string[] | undefined)?.length ?? 0) : tasks;
}

function Preview({ form, tasks }: { form: ActForm; tasks: readonly Task[] }) {
  const checked = form.checked;
  if (!checked) return null;
  const rows = checked.preview.items.flatMap((item) => {
    const task = tasks.find((one) => item.subject === `task/${one.id}`);
    return task ? [{ item, task }] : [];
  });
  const count = formatNumber(tasks.length);
  return (
    <Section
      title={words.preview}
      note={words.result(count, formatNumber(partsOf(checked.body, tasks.length)))}
      actions={
        <Button loading={form.sending} onClick={form.commit}>
          {words.commit(count)}
        </Button>
      }
    >
      <ul className={choice.list}>
        {rows.map(({ item, task }) => (
          <PreviewRow key={task.id} item={item} task={task} body={checked.body} />
        ))}
      </ul>
    </Section>
  );
}

interface Props {
  tasks: readonly Task[];
  onClose: () => void;
  onDone: () => void;
}

export function FanOutDialog({ tasks, onClose, onDone }: Props) {
  const phone = useMediaQuery("(max-width: 600px)") ?? false;
  const spec = useMemo(() => specOf(tasks), [tasks]);
  const form = useAct<ActOutcome>(spec, () => {
    tell(words.done(formatNumber(tasks.length)));
    onDone();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.dialog}
      size="xl"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <ActFields form={form} fields={spec.fields} next={words.preview} intro={<Source tasks={tasks} form={form} />} />
      <div className={classes.preview}>
        <Preview form={form} tasks={tasks} />
      </div>
    </Modal>
  );
}
