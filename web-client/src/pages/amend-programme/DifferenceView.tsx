// The second step: nothing is recorded before this was seen.

import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import type { Option } from "../../forms/spec";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import classes from "./Amend.module.css";
import type { Difference } from "./difference";
import { DifferenceTable } from "./DifferenceTable";
import { kinds } from "./model";

const words = t.amendment;

interface Props {
  difference: Difference;
  time: string;
  documentText: string;
  groups: readonly Option[];
  message: string | null;
  recording: boolean;
  onBack: () => void;
  onRecord: () => void;
}

export function countsInWords(counts: Record<(typeof kinds)[number], number>): string {
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.count(words.kind[kind], formatNumber(counts[kind])))
    .join(", ");
}

export function DifferenceView({ difference, time, documentText, groups, message, recording, onBack, onRecord }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    place.current?.focus({ preventScroll: true });
  }, []);
  const counts = { add: difference.add.length, amend: difference.amend.length, cancel: difference.cancel.length };
  return (
    <div ref={place} tabIndex={-1} className={classes.step}>
      <Section title={words.differenceTitle} note={words.differenceNote(formatMoment(time))}>
        <p className={classes.counts}>{countsInWords(counts)}</p>
        <p className={classes.note}>
          {words.document}: {documentText}
        </p>
      </Section>
      <DifferenceTable difference={difference} groups={groups} />
      <div className={classes.foot} data-no-print>
        {message && (
          <div className={classes.error} role="alert">
            {message}
          </div>
        )}
        <span className={classes.spring} />
        <Button variant="default" onClick={onBack} disabled={recording}>
          {words.back}
        </Button>
        <Button onClick={onRecord} loading={recording}>
          {words.record}
        </Button>
      </div>
    </div>
  );
}
