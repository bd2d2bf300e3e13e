// One figure that waits for being verified: what is said, against the last period and the target, on what it rests.

import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { findingText, fractionText, marksOf, valueText } from "../../meaning/figures";
import { periodName } from "../../meaning/period";
import { Author } from "../../ui/Author";
import { Facts } from "../../ui/Facts";
import { Moment } from "../../ui/Moment";
import { useDocumentNames } from "../../ui/use-names";
import classes from "./Submissions.module.css";
import type { Waiting } from "./use-queue";

const words = t.submissions.verify;

interface Props {
  line: Waiting;
  direction: string;
  chosen: boolean;
  fault: string | undefined;
  writable: boolean;
  sending: boolean;
  onChoose: (on: boolean) => void;
  onVerify: () => void;
  onReturn: () => void;
}

function changeText(line: Waiting, direction: string): string | false {
  const [now, before] = [line.figure.value, line.submission.previous];
  if (!before || before.value === null) return false;
  const old = `${periodName(before.period)}: ${valueText(before.value, { unit: line.submission.unit, direction })}`;
  if (now === null || direction === "done") return old;
  const difference = Math.round((now - before.value) * 10_000) / 10_000;
  return `${old} (${difference > 0 ? "+" : ""}${formatNumber(difference)})`;
}

// Of a correction: what it was.
function correctionText(line: Waiting, direction: string): string | false {
  const last = line.figure.restatements.at(-1);
  if (last?.state !== "waiting") return false;
  const measure = { unit: line.submission.unit, direction };
  return [words.restatement(valueText(last.before.value, measure), valueText(last.after.value, measure)), last.reason].filter(Boolean).join(". ");
}

export function FigureCard({ line, direction, chosen, fault, writable, sending, onChoose, onVerify, onReturn }: Props) {
  const directory = useDirectory();
  const documentName = useDocumentNames();
  const { submission, figure, kind } = line;
  const agency = directory.shortName(submission.agency);
  const value = figure.missing ? t.indicators.missing : valueText(figure.value, { unit: submission.unit, direction });
  return (
    <article className={classes.card} aria-label={`${submission.name}, ${agency}`} data-refused={fault ? "" : undefined}>
      {writable ? (
        <Checkbox
          aria-label={words.choose(submission.name, agency)}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      ) : (
        <span />
      )}
      <div>
        <Link to="/indicators/$id" params={{ id: submission.indicator }}>
          {submission.name}
        </Link>
        <div className={classes.note}>
          {[agency, periodName(submission.period), t.indicators.kinds[kind], directory.programmeName(submission.programme)].join(", ")}
        </div>
        <div>
          <span className={classes.figure}>{value}</span> <span className={classes.note}>{fractionText(figure)}</span>{" "}
          <span className={classes.finding}>{marksOf(figure).join(", ")}</span>
        </div>
        {figure.findings.map((finding) => (
          <div key={finding.kind} className={classes.finding}>
            {words.warned}: {findingText(finding)}
          </div>
        ))}
        <Facts
          rows={[
            [t.indicators.corrections, correctionText(line, direction)],
            [t.submissions.entry.columns.reason, figure.reason],
            [t.indicators.target, submission.target && `${submission.target.year}: ${submission.target.text}`],
            [words.change, changeText(line, direction)],
            [words.source, figure.source],
            [
              t.submissions.entry.columns.evidence,
              figure.evidence && (
                <Link to="/documents/$id" params={{ id: figure.evidence }}>
                  {documentName(figure.evidence)}
                </Link>
              ),
            ],
            [t.submissions.entry.columns.comment, figure.comment],
          ]}
        />
        <div className={classes.note}>
          <Author actor={figure.entered_by.actor} agency={figure.entered_by.agency} />, <Moment instant={figure.entered_at} relative />
        </div>
        {fault && (
          <p className={classes.fault} role="alert">
            {fault}
          </p>
        )}
      </div>
      {writable && (
        <div className={classes.cardActions} data-no-print="">
          <Button size="compact-md" variant="default" onClick={onReturn}>
            {words.returnOne}
          </Button>
          <Button size="compact-md" loading={sending} onClick={onVerify}>
            {words.verifyOne}
          </Button>
        </div>
      )}
    </article>
  );
}
