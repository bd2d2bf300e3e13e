// How it stands against its target, with everything that this rests on; and where the line leads.

import type { IndicatorSeries } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatComputed, formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { computedText, valueText, verificationText, type Measure } from "../../meaning/figures";
import { periodName } from "../../meaning/period";
import { targetWords } from "../../meaning/targets";
import { AgencyLink } from "../../ui/AgencyNames";
import { ResultBadge } from "../../ui/Badges";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";
import classes from "./Indicators.module.css";

const words = t.indicators;
type Inputs = IndicatorSeries["assessment"]["inputs"];

// "72,5%, Quý II/2026, thực hiện đến kỳ"
function figureText({ value, period, kind }: Inputs, measure: Measure): string {
  if (value === null || period === null) return "";
  return [computedText(value, measure), periodName(period), kind && words.kinds[kind].toLowerCase()].filter(Boolean).join(", ");
}

function coverageText({ coverage }: Inputs): string {
  if (!coverage) return "";
  const { due, reported, missing, needed_percent: needed } = coverage;
  return words.coverageOf(formatNumber(reported), formatNumber(due), missing > 0 ? formatNumber(missing) : "", needed < 100 ? `${formatNumber(needed)}%` : "");
}

// "Năm 2026, Sở Tư pháp: chưa điều tra"
function Missing({ missing }: { missing: NonNullable<Inputs["stated_missing"]> }) {
  return (
    <>
      {periodName(missing.period)}, <AgencyLink id={missing.agency} short />
      {missing.reason && `: ${missing.reason}`}
    </>
  );
}

export function Assessment({ series, measure }: { series: IndicatorSeries; measure: Measure }) {
  const { result, inputs } = series.assessment;
  const { target, baseline } = inputs;
  return (
    <Section title={words.assessment.title} note={words.assessment.at(formatDay(inputs.status_date))}>
      <ResultBadge result={result} filled />
      <Facts
        rows={[
          [words.assessment.target, target && words.targetNow(String(target.year), targetWords(target))],
          [words.assessment.value, figureText(inputs, measure)],
          [words.assessment.speaker, inputs.speaker && <AgencyLink key="speaker" id={inputs.speaker} />],
          [words.assessment.coverage, coverageText(inputs)],
          [words.assessment.verification, inputs.stage && verificationText({ ...inputs, stage: inputs.stage })],
          [words.assessment.missing, inputs.stated_missing && <Missing key="missing" missing={inputs.stated_missing} />],
          [words.assessment.baseline, baseline && `${baseline.year}: ${valueText(baseline.value, measure)}`],
          [words.assessment.expected, inputs.expected !== null && computedText(inputs.expected, measure)],
          [words.assessment.because, inputs.reason && (words.reasons[inputs.reason] ?? inputs.reason)],
        ]}
      />
      <Outlook series={series} measure={measure} />
    </Section>
  );
}

function Outlook({ series, measure }: { series: IndicatorSeries; measure: Measure }) {
  const forecast = series.forecast;
  if (!forecast) return null;
  const points = forecast.inputs.map((input) => `${periodName(input.period)} (${computedText(input.value, measure)})`).join(", ");
  const perYear = `${forecast.per_year >= 0 ? "+" : ""}${formatComputed(forecast.per_year)}`;
  return (
    <div className={classes.forecast}>
      <b>{words.forecast.title}.</b> {words.forecast.text(computedText(forecast.value, measure), String(forecast.year))}:{" "}
      {forecast.achieved ? words.forecast.achieved : words.forecast.missed} ({forecast.target.text}).
      <div className={classes.note}>{words.forecast.inputs(points, perYear)}</div>
    </div>
  );
}
