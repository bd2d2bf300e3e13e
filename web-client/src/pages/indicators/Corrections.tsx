// Figures that were corrected after they had been verified: both stay, with the reason.

import type { IndicatorSeries } from "../../api/types";
import { formatComputed } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { figureText, fractionText, type Measure } from "../../meaning/figures";
import { measureIn } from "../../meaning/measure-of";
import { periodName } from "../../meaning/period";
import { documentRefText } from "../../meaning/values";
import { Moment } from "../../ui/Moment";
import { Section } from "../../ui/Page";
import { useDocumentNames } from "../../ui/use-names";
import classes from "./Indicators.module.css";

const words = t.indicators;
type Correction = IndicatorSeries["restatements"][number];

function sideText(figure: Correction["before"], measure: Measure): string {
  const fraction = fractionText(figure);
  return fraction ? `${figureText(figure, measure)} (${fraction})` : figureText(figure, measure) || words.missing;
}

function differenceText(difference: number): string {
  return words.difference(`${difference > 0 ? "+" : ""}${formatComputed(difference)}`);
}

export function Corrections({ series, measure }: { series: IndicatorSeries; measure: Measure }) {
  const directory = useDirectory();
  const nameOf = useDocumentNames();
  if (series.restatements.length === 0) return null;
  return (
    <Section title={words.corrections}>
      <ul className={classes.list}>
        {[...series.restatements].reverse().map((one) => (
          <li key={one.sequence}>
            <b>{directory.name(one.agency)}</b>, {periodName(one.period)}, {words.kinds[one.kind].toLowerCase()}:{" "}
            {words.correction(sideText(one.before, measureIn(series.definitions, one.period, measure)), sideText(one.after, measureIn(series.definitions, one.period, measure)))}
            {one.difference !== null && `, ${differenceText(one.difference)}`} <span className={classes.tag}>{words.correctionStates[one.state]}</span>
            <div className={classes.note}>
              {one.reason}
              {one.document && `. ${documentRefText(one.document, nameOf)}`} <Moment instant={one.time} relative />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
