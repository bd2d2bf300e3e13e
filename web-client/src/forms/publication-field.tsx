// The duty to publish, as a field of an indicator's definition.

import { Checkbox, TextInput } from "@mantine/core";
import type { PublicationDuty } from "../api/types";
import { t } from "../i18n";
import { AgencyField } from "./AgencyFields";
import { Fault } from "./convert";
import type { FieldSpec, OwnField } from "./spec";

const words = t.publications;
const daysMost = 366;

export interface DutyValue {
  on: boolean;
  agency: string | null; // null: who tracks the indicator
  days: string;
}
const nothing: DutyValue = { on: false, agency: null, days: "" };

export function dutyValue(duty: PublicationDuty | null | undefined): DutyValue {
  return duty ? { on: true, agency: duty.agency ?? null, days: String(duty.within_days) } : nothing;
}

type Shown = Parameters<OwnField["draw"]>[0];

function DutyBox({ label, description, error, value, onChange }: Shown) {
  const duty = (value as DutyValue | null) ?? nothing;
  const change = (part: Partial<DutyValue>) => onChange({ ...duty, ...part });
  return (
    <fieldset style={{ display: "grid", gap: 8 }}>
      <legend>{t.publications.title}</legend>
      <Checkbox label={label} description={description} checked={duty.on} onChange={(event) => change({ on: event.currentTarget.checked })} />
      {duty.on && (
        <>
          <AgencyField label={words.agency} description={words.agencyHint} value={duty.agency} onChange={(agency) => change({ agency })} />
          <TextInput
            label={words.withinDays}
            required
            inputMode="numeric"
            error={error}
            value={duty.days}
            onChange={(event) => change({ days: event.currentTarget.value })}
            styles={{ wrapper: { maxWidth: 120 } }}
          />
        </>
      )}
    </fieldset>
  );
}

const duty: OwnField = {
  draw: (shown) => <DutyBox {...shown} />,
  read: (raw) => {
    const value = raw as DutyValue | null;
    if (!value?.on) return undefined;
    const typed = value.days.trim();
    if (typed === "") throw new Fault(words.daysNeeded);
    const days = Number(typed);
    if (!/^\d+$/.test(typed) || days < 1 || days > daysMost) throw new Fault(words.badDays);
    return { ...(value.agency ? { agency: value.agency } : {}), within_days: days };
  },
  shown: (wire) => dutyValue(wire as PublicationDuty | null),
};

export const publicationField: FieldSpec = { name: "publication", kind: "own", label: words.field, hint: words.hint, own: duty };
