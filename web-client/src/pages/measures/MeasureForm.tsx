// A proposed measure, amended before it is taken.

import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Measure, MeasureSuggestion } from "../../api/types";
import { t } from "../../i18n";
import { comparators } from "../../meaning/measures";
import { NumberBox } from "../../ui/NumberBox";
import { read, typedOf, type Faults } from "./measure";
import classes from "./Measures.module.css";

const words = t.measures.form;
const signs = comparators.map((value) => ({ value, label: t.indicators.comparators[value] ?? value }));

interface Props {
  row: MeasureSuggestion;
  measure: Measure;
  sending: boolean;
  onSend: (measure: Measure) => void;
  onCancel: () => void;
}

export function MeasureForm({ row, measure, sending, onSend, onCancel }: Props) {
  const [typed, setTyped] = useState(() => typedOf(measure));
  const [faults, setFaults] = useState<Faults>({});
  const set = (part: Partial<typeof typed>) => setTyped((old) => ({ ...old, ...part }));
  const products = row.deliverables.map((each, index) => ({ value: String(index + 1), label: `${index + 1}. ${each.text}` }));
  const send = () => {
    const said = read(typed, measure.place);
    if ("faults" in said) return setFaults(said.faults);
    setFaults({});
    onSend(said.measure);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Select label={words.comparator} data={signs} value={typed.comparator} allowDeselect={false} onChange={(value) => set({ comparator: value ?? ">=" })} />
      <NumberBox label={words.value} required value={typed.low} error={faults.low} onChange={(low) => set({ low })} autoFocus />
      {typed.comparator === "range" && <NumberBox label={words.high} required value={typed.high} error={faults.high} onChange={(high) => set({ high })} />}
      <TextInput label={words.unit} value={typed.unit} autoComplete="off" onChange={(event) => set({ unit: event.currentTarget.value })} />
      <TextInput
        label={words.what}
        required
        className={classes.wide ?? ""}
        value={typed.what}
        error={faults.what}
        autoComplete="off"
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      {products.length > 0 && (
        <Select
          label={words.deliverable}
          className={classes.wide ?? ""}
          data={products}
          value={typed.deliverable}
          placeholder={words.noDeliverable}
          clearable
          onChange={(deliverable) => set({ deliverable })}
        />
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={sending}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
