// What an indicator counts of missions, as a field of its definition.

import { Select } from "@mantine/core";
import type { ComputedFrom } from "../api/types";
import { t } from "../i18n";
import { Fault } from "./convert";
import type { FieldSpec, OwnField } from "./spec";

const words = t.counted;

export interface ComputedValue {
  numerator: string | null; // null: not computed
  denominator: string | null;
  scope: string;
}
const nothing: ComputedValue = { numerator: null, denominator: null, scope: "province" };

export function computedValue(from: ComputedFrom | null | undefined): ComputedValue {
  return from ? { numerator: from.numerator, denominator: from.denominator ?? null, scope: from.scope } : nothing;
}

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const narrow = { wrapper: { maxWidth: 320 } };

type Shown = Parameters<OwnField["draw"]>[0];

function ComputedBox({ label, description, error, value, onChange }: Shown) {
  const from = (value as ComputedValue | null) ?? nothing;
  const change = (part: Partial<ComputedValue>) => onChange({ ...from, ...part });
  return (
    <fieldset style={{ display: "grid", gap: 8 }}>
      <legend>{label}</legend>
      <Select
        label={words.numerator}
        description={description}
        placeholder={words.noNumerator}
        error={error}
        data={options(words.facts)}
        value={from.numerator}
        onChange={(numerator) => change({ numerator })}
        clearable
        styles={narrow}
      />
      {from.numerator && (
        <>
          <Select
            label={words.denominator}
            placeholder={words.noDenominator}
            data={options(words.facts)}
            value={from.denominator}
            onChange={(denominator) => change({ denominator })}
            clearable
            styles={narrow}
          />
          <Select
            label={words.scope}
            data={options(words.scopes)}
            value={from.scope}
            onChange={(scope) => change({ scope: scope ?? "province" })}
            allowDeselect={false}
            styles={narrow}
          />
        </>
      )}
    </fieldset>
  );
}

const computed: OwnField = {
  draw: (shown) => <ComputedBox {...shown} />,
  read: (raw) => {
    const from = raw as ComputedValue | null;
    if (!from?.numerator) return undefined;
    if (from.numerator === from.denominator) throw new Fault(words.same);
    return { numerator: from.numerator, ...(from.denominator ? { denominator: from.denominator } : {}), scope: from.scope };
  },
  shown: (wire) => computedValue(wire as ComputedFrom | null),
};

export const computedField: FieldSpec = { name: "computed_from", kind: "own", label: words.field, hint: words.hint, own: computed };
