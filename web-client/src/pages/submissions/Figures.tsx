// Figures to decide on: the table, what chooses among them, and the acts over the chosen ones, each said before it is done.

import { Button, Checkbox } from "@mantine/core";
import { useCallback, useState, type ReactNode } from "react";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import type { IndicatorCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { periodName } from "../../meaning/period";
import { SureDialog, type QuestionedList } from "../../ui/SureDialog";
import { FigureDialog } from "../indicators/FigureDialog";
import classes from "./FigureTable.module.css";
import { FigureTable } from "./FigureTable";
import { itemsMax, type Deciding, type Deed } from "./use-deciding";
import { isBlocked, isWarned, sentencesOf, valueOf, type Group, type Waiting } from "./waiting";

const words = t.submissions.verify;
const deeds: Record<Deed, { said: typeof t.submissions.deeds.verify; returning: IndicatorCommandId }> = {
  verify: { said: t.submissions.deeds.verify, returning: "return-submission" },
  approve: { said: t.submissions.deeds.approve, returning: "return-submission-draft" },
};

interface Props {
  deed: Deed;
  lines: readonly Waiting[]; // those that are shown
  groups: readonly Group[];
  heading: (group: Group) => ReactNode;
  deciding: Deciding;
  writable: boolean;
  height: string;
}

function Tools({ lines, deciding }: Pick<Props, "lines" | "deciding">) {
  const count = deciding.chosen.length;
  const quiet = lines.filter((one) => !isWarned(one));
  return (
    <div className={classes.tools} data-no-print="">
      <Checkbox
        label={words.all}
        checked={count === lines.length}
        indeterminate={count > 0 && count < lines.length}
        onChange={(event) => deciding.choose(lines, event.currentTarget.checked)}
      />
      <Button size="compact-sm" variant="default" disabled={quiet.length === 0} onClick={() => deciding.chooseOnly(quiet)}>
        {words.onlyQuiet(formatNumber(quiet.length))}
      </Button>
      <span className={classes.keys}>{words.keys}</span>
    </div>
  );
}

function useQuestioned(): (title: string, lines: readonly Waiting[]) => QuestionedList {
  const directory = useDirectory();
  return useCallback(
    (title, lines) => ({
      title,
      rows: lines.map((line) => ({
        key: line.key,
        title: [directory.shortName(line.submission.agency), line.submission.name, periodName(line.submission.period), valueOf(line)].join(", "),
        sentences: sentencesOf(line),
      })),
    }),
    [directory],
  );
}

interface SureProps extends Pick<Props, "deed" | "deciding"> {
  onClose: () => void;
}

// What breaks a check that is an error stays behind: it can only be returned.
function TakeDialog({ deed, deciding, onClose }: SureProps) {
  const { said } = deeds[deed];
  const questioned = useQuestioned();
  const [asked] = useState(() => deciding.chosen.slice(0, itemsMax)); // what arrives meanwhile is not in it
  const taken = asked.filter((line) => !isBlocked(line));
  const count = formatNumber(taken.length);
  return (
    <SureDialog
      title={said.title}
      text={taken.some(isWarned) ? said.sureWarned(count, formatNumber(taken.filter(isWarned).length)) : said.sure(count)}
      lists={[questioned(said.blocked, asked.filter(isBlocked)), questioned(said.warned, taken.filter(isWarned))]}
      words={deed === "verify" ? { label: words.note, required: false } : undefined}
      act={said.confirm(count)}
      onSure={(note) => (taken.length > 0 ? deciding.take(taken, note, { done: said.done, refused: said.refused }) : Promise.resolve())}
      onClose={onClose}
    />
  );
}

function ReturnDialog({ deed, deciding, onClose }: SureProps) {
  const { said } = deeds[deed];
  const questioned = useQuestioned();
  const [asked] = useState(() => deciding.chosen.slice(0, itemsMax));
  return (
    <SureDialog
      title={words.returnTitle}
      text={words.returnText(formatNumber(asked.length))}
      lists={[questioned(words.returnList, asked)]}
      words={{ label: words.reason, required: true }}
      act={words.returnMany(formatNumber(asked.length))}
      onSure={(reason) => deciding.giveBack(asked, reason, { done: words.returned, refused: said.refused })}
      onClose={onClose}
    />
  );
}

export function Figures(props: Props) {
  const { deed, lines, groups, deciding, writable, heading, height } = props;
  const { said, returning } = deeds[deed];
  const [open, setOpen] = useState<"take" | "return" | null>(null);
  const [returned, setReturned] = useState<Waiting | null>(null);
  const close = () => setOpen(null);
  const count = formatNumber(deciding.chosen.length);
  return (
    <section aria-label={said.label}>
      {deciding.message && (
        <p className={classes.fault} role="alert">
          {deciding.message}
        </p>
      )}
      {writable && <Tools lines={lines} deciding={deciding} />}
      <FigureTable
        label={said.label}
        groups={groups}
        who={deed === "verify" ? "agency" : "indicator"}
        heading={heading}
        deciding={deciding}
        writable={writable}
        height={height}
        onReturn={setReturned}
      />
      {writable && (
        <div className={classes.foot} data-no-print="">
          <span role="status" className={classes.count}>{words.chosen(count, formatNumber(lines.length))}</span>
          <Button variant="default" disabled={deciding.chosen.length === 0} loading={deciding.sending} onClick={() => setOpen("return")}>
            {words.returnMany(count)}
          </Button>
          <Button disabled={deciding.chosen.length === 0} loading={deciding.sending} onClick={() => setOpen("take")}>
            {said.act(count)}
          </Button>
        </div>
      )}
      {open === "take" && <TakeDialog deed={deed} deciding={deciding} onClose={close} />}
      {open === "return" && <ReturnDialog deed={deed} deciding={deciding} onClose={close} />}
      {returned && (
        <FigureDialog id={returning} submission={returned.submission.id} kind={returned.kind} measure={returned.submission} onClose={() => setReturned(null)} />
      )}
    </section>
  );
}
