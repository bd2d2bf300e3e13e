// The figures of an agency that wait for its head: all that stood there when the page was opened is chosen.

import { useMemo, useState } from "react";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { periodName } from "../../meaning/period";
import { isPast, useViewTime } from "../../state/view-time";
import { Figures } from "../submissions/Figures";
import { useDeciding } from "../submissions/use-deciding";
import { byPeriod, isBlocked, type Group, type Waiting } from "../submissions/waiting";
import classes from "./Approvals.module.css";

function Heading({ group, agency }: { group: Group; agency: string }) {
  const directory = useDirectory();
  const submission = group.lines[0]?.submission;
  if (!submission) return null;
  const whose = submission.agency === agency ? null : directory.name(submission.agency);
  const period = periodName(submission.period);
  return [whose, period, t.submissions.verify.figures(formatNumber(group.lines.length))].filter(Boolean).join(", ");
}

export function FiguresToApprove({ lines: waiting, agency }: { lines: readonly Waiting[]; agency: string }) {
  const past = isPast(useViewTime());
  const groups = useMemo(() => byPeriod(waiting), [waiting]);
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  const [initial] = useState(() => waiting.filter((one) => !isBlocked(one)));
  const deciding = useDeciding(lines, "approve", initial);
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className={classes.part}>{t.approvals.figures}</h2>
      <Figures
        deed="approve"
        lines={lines}
        groups={groups}
        heading={(group) => <Heading group={group} agency={agency} />}
        deciding={deciding}
        writable={!past}
        height="72dvh"
      />
    </>
  );
}
