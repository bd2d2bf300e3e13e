// The field of an indicator's checks: one line a kind, with its importance and what it needs.

import { NativeSelect, Textarea } from "@mantine/core";
import type { IndicatorSeries } from "../api/types";
import { formatNumber, parseNumber } from "../format/number";
import { t } from "../i18n";
import { NumberBox } from "../ui/NumberBox";
import { Fault } from "./convert";
import classes from "./check-fields.module.css";
import type { FieldSpec, OwnField } from "./spec";

const words = t.indicators;
type Check = IndicatorSeries["checks"][number];
type Shown = Parameters<OwnField["draw"]>[0];
export const checkKinds = ["range", "monotone", "sum-of-parts", "numerator-within-denominator", "outlier", "history"] as const;
type CheckKind = (typeof checkKinds)[number];

// As typed. `importance` "": the check does not hold.
export interface CheckLine {
  kind: CheckKind;
  importance: "" | "error" | "warning";
  low: string;
  high: string;
  percent: string; // of an outlier
  times: string; // of the history: median deviations
  parts: string; // ids of indicators
}

const hundred = 100;
const typed = (value: number | null | undefined): string => (value === null || value === undefined ? "" : formatNumber(value));

export function linesOfChecks(checks: readonly Check[]): CheckLine[] {
  return checkKinds.map((kind) => {
    const check = checks.find((one) => one.kind === kind);
    return {
      kind,
      importance: check?.importance ?? "",
      low: typed(check?.low),
      high: typed(check?.high),
      percent: kind === "history" || check?.factor == null ? "" : formatNumber(Math.round(check.factor * hundred)),
      times: kind === "history" ? typed(check?.factor) : "",
      parts: (check?.parts ?? []).join("\n"),
    };
  });
}

function numberOf(text: string): number | null {
  if (text.trim() === "") return null;
  const number = parseNumber(text);
  if (number === null) throw new Fault(words.checkForm.badNumber);
  return number;
}

function checkOf(line: CheckLine): Record<string, unknown> {
  const check = { kind: line.kind, importance: line.importance };
  if (line.kind === "range") {
    const [low, high] = [numberOf(line.low), numberOf(line.high)];
    if (low === null && high === null) throw new Fault(words.checkForm.bounds);
    if (low !== null && high !== null && low > high) throw new Fault(words.checkForm.order);
    return { ...check, ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
  }
  if (line.kind === "outlier") {
    const percent = numberOf(line.percent);
    if (percent === null) return check;
    if (percent <= 0) throw new Fault(words.checkForm.badNumber);
    return { ...check, factor: percent / hundred };
  }
  if (line.kind === "history") {
    const times = numberOf(line.times);
    if (times === null) return check;
    if (times <= 0) throw new Fault(words.checkForm.badNumber);
    return { ...check, factor: times };
  }
  if (line.kind !== "sum-of-parts") return check;
  const parts = line.parts.split(/[\s,;]+/).filter(Boolean);
  if (parts.length === 0) throw new Fault(words.checkForm.parts);
  return { ...check, parts };
}

function Needs({ line, set }: { line: CheckLine; set: (part: Partial<CheckLine>) => void }) {
  if (line.importance === "") return null;
  if (line.kind === "range")
    return (
      <>
        <NumberBox label={words.checkForm.low} value={line.low} onChange={(low) => set({ low })} />
        <NumberBox label={words.checkForm.high} value={line.high} onChange={(high) => set({ high })} />
      </>
    );
  if (line.kind === "outlier") return <NumberBox label={words.checkForm.percent} value={line.percent} onChange={(percent) => set({ percent })} />;
  if (line.kind === "history") return <NumberBox label={words.checkForm.times} value={line.times} onChange={(times) => set({ times })} />;
  if (line.kind !== "sum-of-parts") return null;
  return (
    <Textarea
      label={words.checkForm.partsLabel}
      description={words.checkForm.partsHint}
      value={line.parts}
      autosize
      minRows={2}
      onChange={(event) => set({ parts: event.currentTarget.value })}
    />
  );
}

const importances = [
  { value: "", label: words.checkForm.off },
  { value: "warning", label: words.checkForm.warning },
  { value: "error", label: words.checkForm.error },
];

function ChecksBox({ label, error, value, onChange }: Shown) {
  const lines = value as CheckLine[];
  const set = (kind: CheckKind, part: Partial<CheckLine>) => onChange(lines.map((line) => (line.kind === kind ? { ...line, ...part } : line)));
  return (
    <fieldset className={classes.box}>
      <legend>{label}</legend>
      {lines.map((line) => (
        <div key={line.kind} className={classes.line} role="group" aria-label={words.checks[line.kind]}>
          <NativeSelect
            label={words.checks[line.kind]}
            data={importances}
            value={line.importance}
            onChange={(event) => set(line.kind, { importance: event.currentTarget.value as CheckLine["importance"] })}
          />
          <Needs line={line} set={(part) => set(line.kind, part)} />
        </div>
      ))}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const checks: OwnField = {
  draw: (shown) => <ChecksBox {...shown} />,
  read: (raw) => (raw as CheckLine[]).filter((line) => line.importance !== "").map(checkOf),
  shown: (wire) => linesOfChecks((wire as Check[] | null) ?? []),
};

export const checksField: FieldSpec = { name: "checks", kind: "own", label: words.checksLabel, hint: words.checkForm.hint, own: checks };
