// For which plan the file is: one that is there, or a new one with its data.

import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { useDocumentOptions } from "../../forms/DocumentField";
import { byWords } from "../../ui/agency-options";
import { Section } from "../../ui/Page";
import classes from "./Import.module.css";
import type { ImportSettings, PlanImport } from "./plan-import";

const words = t.tables.import;
const none = "+"; // no id of a programme

export function ProgrammeChoice({ plan, set }: { plan: PlanImport; set: (settings: ImportSettings) => void }) {
  const directory = useDirectory();
  const [adding, setAdding] = useState(plan.add !== null);
  const options = useMemo(
    () => [...[...directory.programmes.keys()].map((id) => ({ value: id, label: directory.programmeName(id) })), { value: none, label: words.newProgramme }],
    [directory],
  );
  const choose = (value: string | null) => {
    setAdding(value === none);
    if (value && value !== none) set({ programme: value, rows: [] });
  };
  return (
    <Section>
      <div className={classes.form}>
        <Select label={words.programme} data={options} value={adding ? none : plan.programme} onChange={choose} allowDeselect={false} />
      </div>
      {adding && <NewProgramme plan={plan} set={set} />}
    </Section>
  );
}

function NewProgramme({ plan, set }: { plan: PlanImport; set: (settings: ImportSettings) => void }) {
  const documents = useDocumentOptions();
  const year = new Date().getFullYear();
  const [add, setAdd] = useState(
    plan.add ?? { id: "", title: "", short_title: "", year_from: year, year_to: year, committee: null, document: "" },
  );
  const change = (part: Partial<typeof add>) => setAdd({ ...add, ...part });
  const whole = add.id !== "" && add.title !== "" && add.short_title !== "" && add.document !== "";
  return (
    <div className={classes.form}>
      <TextInput label={words.add.id} value={add.id} onChange={(event) => change({ id: event.currentTarget.value })} required />
      <TextInput label={words.add.title} value={add.title} onChange={(event) => change({ title: event.currentTarget.value })} required />
      <TextInput label={words.add.short} value={add.short_title} onChange={(event) => change({ short_title: event.currentTarget.value })} required />
      <NumberInput label={words.add.from} value={add.year_from} onChange={(value) => change({ year_from: Number(value) })} required />
      <NumberInput label={words.add.to} value={add.year_to} onChange={(value) => change({ year_to: Number(value) })} required />
      <Select
        label={words.add.document}
        data={documents}
        value={add.document || null}
        onChange={(value) => change({ document: value ?? "" })}
        searchable
        filter={byWords}
        required
      />
      <Button disabled={!whole} onClick={() => set({ add, rows: [] })}>
        {words.add.set}
      </Button>
    </div>
  );
}
