// An amount with its unit, and under it what will be sent, written out: a wrong unit is seen before it is sent.

import { NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { echoOf, readMoney, type MoneyUnit, type MoneyValue } from "../format/money";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import classes from "./Field.module.css";

const words = t.money.amount;
const units = (Object.keys(words.units) as MoneyUnit[]).map((value) => ({ value, label: words.units[value] }));

function saying(value: MoneyValue): string {
  const read = readMoney(value);
  if (read === null) return words.empty;
  if ("fault" in read) return words.faults[read.fault];
  return words.echo(formatNumber(read.amount), echoOf(read.amount));
}

interface Props {
  label: string;
  description?: ReactNode;
  required?: boolean;
  error?: string | undefined;
  value: MoneyValue;
  onChange: (value: MoneyValue) => void;
}

export function MoneyField({ label, description, required = false, error, value, onChange }: Props) {
  return (
    <div>
      <div className={classes.money}>
        <TextInput
          label={label}
          required={required}
          error={error}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
          inputMode="decimal"
          autoComplete="off"
        />
        <NativeSelect
          label={words.unit}
          aria-label={`${label}, ${words.unit.toLowerCase()}`}
          data={units}
          value={value.unit}
          onChange={(event) => onChange({ ...value, unit: event.currentTarget.value as MoneyUnit })}
        />
      </div>
      <div className={classes.hint} aria-live="polite">
        {saying(value)}
        {description && <div>{description}</div>}
      </div>
    </div>
  );
}
