// One field of a command's form, by its kind. All texts are plain text areas: rich editors break Vietnamese typing.

import { MultiSelect, Radio, Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { BroughtFile } from "../api/types";
import { byWords } from "../ui/agency-options";
import { DateBox } from "../ui/DateBox";
import { NumberBox } from "../ui/NumberBox";
import { Asked } from "../ui/Asked";
import { AgenciesField, AgencyField, GroupField } from "./AgencyFields";
import type { MoneyValue } from "../format/money";
import { DocumentField } from "./DocumentField";
import classes from "./Field.module.css";
import { FileField } from "./FileField";
import { MoneyField } from "./MoneyField";
import { PeopleField, PersonField } from "./PeopleFields";
import { DeliveredField, ObstacleField, QuantitiesField } from "./WorkFields";
import type { DeliveredValue, DocumentValue, FieldSpec, FormValues, ObstacleValue, Option } from "./spec";

interface Props {
  field: FieldSpec;
  values: FormValues;
  error?: string | undefined;
  onChange: (value: unknown) => void;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

const searchedFrom = 20; // options

const searching = (options: readonly Option[]) => (options.length > searchedFrom ? { searchable: true, filter: byWords } : {});

const narrow = (maxWidth: number) => ({ wrapper: { maxWidth } });

export function Field({ field, values, error, onChange }: Props): ReactNode {
  if (field.when && !field.when(values)) return null;
  const value = values[field.name];
  const shared = { label: field.label, description: typeof field.hint === "function" ? field.hint(values) : field.hint, required: field.required ?? false, error };
  switch (field.kind) {
    case "fixed":
      return null;
    case "own":
      return field.own.draw({ ...shared, value, onChange });
    case "text":
    case "names":
    case "lines":
    case "targets":
      return (
        <Textarea
          {...shared}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
          autosize
          minRows={field.kind === "text" ? (field.rows ?? 3) : 3}
          maxRows={14}
        />
      );
    case "line":
    case "deadline":
      return <TextInput {...shared} value={asText(value)} onChange={(event) => onChange(event.currentTarget.value)} autoComplete="off" />;
    case "percent":
      return <NumberBox {...shared} value={asText(value)} onChange={onChange} styles={narrow(180)} />;
    case "number":
      return (
        <div>
          <NumberBox {...shared} value={asText(value)} onChange={onChange} styles={narrow(220)} />
          <Asked text={asText(value)} onChoose={onChange} />
        </div>
      );
    case "year":
      if (field.options) return <Select {...shared} data={[...field.options]} value={asText(value) || null} onChange={(chosen) => onChange(chosen ?? "")} styles={narrow(180)} />;
      return <TextInput {...shared} value={asText(value)} onChange={(event) => onChange(event.currentTarget.value)} inputMode="numeric" autoComplete="off" styles={narrow(120)} />;
    case "money":
      return <MoneyField {...shared} value={(value as MoneyValue | undefined) ?? { text: "", unit: field.unit }} onChange={onChange} />;
    case "date":
      return <DateBox {...shared} value={asText(value)} onChange={onChange} styles={narrow(220)} />;
    case "select":
      return (
        <Select
          {...shared}
          data={[...field.options]}
          value={asText(value) || null}
          onChange={(next) => onChange(next ?? "")}
          allowDeselect={!field.required}
          {...searching(field.options)}
          styles={narrow(field.options.length > searchedFrom ? 480 : 320)}
        />
      );
    case "choices":
      return (
        <MultiSelect {...shared} data={[...field.options]} value={(value as string[]) ?? []} onChange={onChange} clearable {...searching(field.options)} styles={narrow(480)} />
      );
    case "choice":
    case "done":
      return (
        <Radio.Group {...shared} value={asText(value)} onChange={onChange}>
          <div className={classes.choices}>
            {field.options.map((option) => (
              <Radio key={option.value} value={option.value} label={option.label} />
            ))}
          </div>
        </Radio.Group>
      );
    case "document":
      return (
        <DocumentField
          label={field.label}
          required={field.required}
          error={error}
          evidence={field.evidence}
          value={(value as DocumentValue | null) ?? null}
          onChange={onChange}
        />
      );
    case "file":
      return (
        <FileField
          label={field.label}
          hint={shared.description}
          error={error}
          place={field.place}
          value={(value as BroughtFile | null) ?? null}
          onChange={onChange}
        />
      );
    case "agency":
      return <AgencyField {...shared} not={field.not} value={(value as string | null) ?? null} onChange={onChange} />;
    case "agencies":
      return <AgenciesField {...shared} groups={field.groups} value={(value as string[]) ?? []} onChange={onChange} />;
    case "person":
      return <PersonField {...shared} only={field.only} with={field.with} value={(value as string | null) ?? null} onChange={onChange} />;
    case "people":
      return <PeopleField {...shared} value={(value as string[]) ?? []} onChange={onChange} />;
    case "group":
      return <GroupField {...shared} value={(value as string | null) ?? null} onChange={onChange} />;
    case "obstacle":
      return <ObstacleField value={(value as ObstacleValue | null) ?? null} error={error} onChange={onChange} />;
    case "quantities":
      return (
        <QuantitiesField
          label={field.label}
          error={error}
          deliverables={field.deliverables}
          value={(value as Record<string, string>) ?? {}}
          onChange={onChange}
        />
      );
    case "delivered":
      return (
        <DeliveredField
          label={field.label}
          error={error}
          deliverables={field.deliverables}
          value={(value as Record<string, DeliveredValue>) ?? {}}
          onChange={onChange}
        />
      );
  }
}
