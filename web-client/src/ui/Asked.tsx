// A typed number that can be read in two ways: which one is meant is one click.

import { formatNumber, readNumber } from "../format/number";
import { t } from "../i18n";
import classes from "./Asked.module.css";

interface Props {
  text: string; // as typed
  onChoose: (text: string) => void; // the same number as the offices write it
}

export function Asked({ text, onChoose }: Props) {
  const read = readNumber(text);
  if (read.kind !== "ask") return null;
  return (
    <span className={classes.asked} role="group" aria-label={t.submissions.entry.ask(text)} data-fault="">
      {t.submissions.entry.ask(text)}
      {read.readings.map((reading) => (
        <button key={reading} type="button" className={classes.reading} onClick={() => onChoose(formatNumber(reading))}>
          {formatNumber(reading)}
        </button>
      ))}
    </span>
  );
}
