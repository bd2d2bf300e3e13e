// The first step of an act: its fields, what is wrong with them, and the way on.

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import { actingFor } from "../state/acting-for";
import { useStore } from "../state/store";
import classes from "./CommandForm.module.css";
import { DraftNote } from "./DraftNote";
import { Field } from "./Field";
import type { FieldSpec } from "./spec";
import type { ActForm } from "./use-act";

interface Props {
  form: ActForm;
  fields: readonly FieldSpec[];
  next: string; // on the button
  intro?: ReactNode;
}

export function ActFields({ form, fields, next, intro }: Props) {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.check();
      }}
    >
      {intro}
      <DraftNote draft={form} />
      {fields.map((field) => (
        <div key={field.name} data-field={field.name}>
          <Field field={field} values={form.values} error={form.faults[field.name]} onChange={(value) => form.set(field.name, value)} />
        </div>
      ))}
      <div className={classes.actFoot}>
        <Refusal form={form} />
        <span className={classes.as}>{acting && t.commands.actingAs(directory.name(acting))}</span>
        <Button type="submit" variant={form.checked ? "default" : "filled"} loading={form.checking}>
          {next}
        </Button>
      </div>
    </form>
  );
}

function Refusal({ form }: { form: ActForm }) {
  if (!form.message) return null;
  return (
    <div className={classes.error} role="alert">
      {form.message}
      {form.details.length > 0 && (
        <ul>
          {form.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
