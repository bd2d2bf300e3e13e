// Figures that wait for whoever acts for an agency: returned ones, those of its officers for the head, others' to be verified.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Submission } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { stateOf } from "../../meaning/figures";
import { periodName } from "../../meaning/period";
import { hasWholeCharge, verifiesFigures } from "../../meaning/relations";
import { useAllowed } from "../../state/allowed";
import { useViewTime } from "../../state/view-time";
import { ofStateQuery, useQueue } from "./use-queue";
import { waitingIn } from "./waiting";

const words = t.submissions.mine;

// How many figures of a state stand in which period.
function countByPeriod(submissions: readonly Submission[], state: string): [string, number][] {
  const counts = new Map<string, number>();
  for (const submission of submissions) {
    const count = submission.figures.filter((figure) => stateOf(figure) === state).length;
    if (count > 0) counts.set(submission.period, (counts.get(submission.period) ?? 0) + count);
  }
  return [...counts];
}

function useOwn(agency: string, state: string): [string, number][] {
  const read = useQuery(ofStateQuery(agency, state, useViewTime()));
  return countByPeriod(read.data?.items ?? [], state);
}

interface OwnProps {
  agency: string;
  head: boolean; // waits for the head; else what was returned
  entered: "own" | "for"; // of the agency acted for, or of an outside lead that it sponsors
  className: string | undefined;
}

function OwnFigures({ agency, head, entered, className }: OwnProps) {
  const directory = useDirectory();
  const own = useOwn(agency, head ? "submitted" : "returned");
  const whose = entered === "for" && `${directory.name(agency)}: `;
  return own.map(([period, count]) => (
    <div key={period} className={className}>
      <p>
        {whose}
        {(head ? words.toApprove : words.returned)(formatNumber(count), periodName(period))}
      </p>
      {head ? (
        <Button component={Link} to="/approvals">
          {t.submissions.deeds.approve.act(formatNumber(count))}
        </Button>
      ) : (
        <Button variant="default" component={Link} to={`/indicators/entry?period=${period}${entered === "for" ? `&agency=${agency}` : ""}`}>
          {t.indicators.nav.entry}
        </Button>
      )}
    </div>
  ));
}

export function FiguresOfMine({ agency, className }: { agency: string; className: string | undefined }) {
  const allowed = useAllowed();
  const directory = useDirectory();
  const head = allowed.may("approve-submission") && hasWholeCharge(allowed.posts);
  const queue = useQueue(allowed.may("verify-submission") && verifiesFigures(allowed.posts) ? agency : null);
  const toVerify = waitingIn(queue.data?.items ?? []).length;
  return (
    <>
      {(head || allowed.may("enter-submission")) && <OwnFigures agency={agency} head={head} entered="own" className={className} />}
      {head && directory.sponsoredBy(agency).map((outside) => <OwnFigures key={outside} agency={outside} head entered="for" className={className} />)}
      {toVerify > 0 && (
        <div className={className}>
          <p>{words.toVerify(formatNumber(toVerify))}</p>
          <Button variant="default" component={Link} to="/indicators/verify">
            {t.indicators.nav.verify}
          </Button>
        </div>
      )}
    </>
  );
}
