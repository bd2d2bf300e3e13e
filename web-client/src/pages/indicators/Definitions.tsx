// What is measured and how: the version in force, those before it, and the targets as they were set.

import type { IndicatorDefinition, IndicatorSeries } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { computedText } from "../../meaning/counted";
import { useDirectory } from "../../meaning/directory";
import { dutyText } from "../../meaning/publication";
import { targetWords } from "../../meaning/targets";
import { documentRefText } from "../../meaning/values";
import { AgencyNames } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";
import { useDocumentNames } from "../../ui/use-names";
import { sumText } from "../shares/model";
import classes from "./Indicators.module.css";

const words = t.indicators;
type Check = IndicatorSeries["checks"][number];

function factorText({ kind, factor }: Check): string {
  if (factor === null) return "";
  return kind === "history" ? words.beyondSpread(formatNumber(factor)) : words.beyond(formatPercent(Math.round(factor * 100)));
}

function checkText(check: Check): string {
  const [low, high] = [check.low === null ? null : formatNumber(check.low), check.high === null ? null : formatNumber(check.high)];
  const bounds = low !== null && high !== null ? words.between(low, high) : low !== null ? words.atLeast(low) : high !== null ? words.atMost(high) : "";
  const parts = [bounds, factorText(check), words.importance[check.importance]].filter(Boolean).join(", ");
  return `${words.checks[check.kind] ?? check.kind}: ${parts}`;
}

function headOf(definition: IndicatorDefinition, nameOf: (id: string) => string): string {
  const from = definition.valid_from && words.validFrom(formatDay(definition.valid_from));
  const document = definition.document && documentRefText(definition.document, nameOf);
  const version = definition.version === 0 ? words.printed : words.version(formatNumber(definition.version));
  return [version, from, document, definition.in_force && words.inForce].filter(Boolean).join(", ");
}

// As printed, of several who submit.
function isUndecided({ version, combine }: IndicatorDefinition): boolean {
  return version === 0 && combine === "none";
}

function Version({ definition, checks }: { definition: IndicatorDefinition; checks: readonly Check[] }) {
  const directory = useDirectory();
  const many = (ids: readonly string[]) => ids.length > 0 && <AgencyNames ids={[...ids]} short />;
  return (
    <Facts
      rows={[
        [t.registers.indicators.unit, definition.unit],
        [t.registers.indicators.directionLabel, words.direction[definition.direction]],
        [words.formula, definition.formula],
        [words.numerator, definition.numerator],
        [words.denominator, definition.denominator],
        [words.countingLabel, words.counting[definition.counting]],
        [t.counted.field, definition.computed_from && computedText(definition.computed_from)],
        [words.dataSource, definition.data_source],
        [words.tier, words.tiers[definition.tier]],
        [words.frequencyLabel, words.frequency[definition.frequency]],
        [words.combineLabel, isUndecided(definition) ? words.combineUndecided : words.combine[definition.combine]],
        [words.submitters, many(definition.submitters)],
        [words.verifier, definition.verifier && <AgencyNames ids={[definition.verifier]} short />],
        [t.registers.indicators.implementing, many(definition.implementing_agencies)],
        [t.registers.indicators.tracking, many(definition.tracking_agencies)],
        [t.publications.title, definition.publication && dutyText(definition.publication, directory)],
        [words.checksLabel, checks.length > 0 && checks.map((check) => <div key={check.kind}>{checkText(check)}</div>)],
      ]}
    />
  );
}

export function Definitions({ series }: { series: IndicatorSeries }) {
  const nameOf = useDocumentNames();
  const now = series.definitions.find((definition) => definition.in_force);
  const others = series.definitions.filter((definition) => definition !== now).reverse();
  return (
    <Section title={words.definitions} note={now && headOf(now, nameOf)}>
      {now && <Version definition={now} checks={series.checks} />}
      {others.map((definition) => (
        <details key={definition.version}>
          <summary>{headOf(definition, nameOf)}</summary>
          <Version definition={definition} checks={[]} />
        </details>
      ))}
    </Section>
  );
}

export function TargetSets({ series }: { series: IndicatorSeries }) {
  const directory = useDirectory();
  const nameOf = useDocumentNames();
  const sets = [...series.target_sets].reverse();
  if (sets.length === 0) return null;
  return (
    <Section title={words.targetSets}>
      {series.share_sums.length > 0 && (
        <p className={classes.note}>
          {t.shares.sums}: {series.share_sums.map((one) => t.shares.sumOf(String(one.year), sumText(one))).join("; ")}
        </p>
      )}
      <ul className={classes.list}>
        {sets.map((set) => (
          <li key={`${set.agency ?? ""} ${set.sequence}`}>
            <b>{set.agency ? words.targetSetOf(directory.name(set.agency)) : words.targetSetWhole}</b>
            {set.valid_from ? `, ${words.validFrom(formatDay(set.valid_from))}` : `, ${words.printed.toLowerCase()}`}
            {set.document && `, ${documentRefText(set.document, nameOf)}`} {set.in_force && <span className={classes.tag}>{words.inForce}</span>}
            <div>{set.targets.map((target) => words.targetNow(String(target.year), targetWords(target))).join("; ")}</div>
            {set.reason && <div className={classes.note}>{set.reason}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
