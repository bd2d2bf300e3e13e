// What waits for being verified by the agency acted for.

import { Button, Checkbox } from "@mantine/core";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Submission } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { verifiesFigures } from "../../meaning/relations";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Callout } from "../../ui/Callout";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { FigureDialog } from "../indicators/FigureDialog";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { FigureCard } from "./FigureCard";
import classes from "./Submissions.module.css";
import { useQueue, useVerifying, waitingIn, type Waiting } from "./use-queue";

const words = t.submissions.verify;

// Which way each indicator goes: figures that only say done or not are written so.
function useMeasures(): (indicator: string) => { direction: string; combine: string } {
  const indicators = useList("indicators").data?.items;
  const measures = useMemo(
    () => new Map((indicators ?? []).map((one) => [one.id, { direction: one.direction, combine: one.definition?.combine ?? "single" }])),
    [indicators],
  );
  return (indicator) => measures.get(indicator) ?? { direction: "higher", combine: "single" };
}

function Queue({ submissions }: { submissions: readonly Submission[] }) {
  const waiting = useMemo(() => waitingIn(submissions), [submissions]);
  const verifying = useVerifying(waiting);
  const measureOf = useMeasures();
  const allowed = useAllowed();
  const writable = !isPast(useViewTime()) && allowed.may("verify-submission") && verifiesFigures(allowed.posts);
  const [returned, setReturned] = useState<Waiting | null>(null);
  if (waiting.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  const all = waiting.map((one) => one.key);
  const count = verifying.chosen.length;
  return (
    <>
      {verifying.message && <Callout role="alert">{verifying.message}</Callout>}
      {writable && (
        <div className={classes.tools} data-no-print="">
          <Checkbox
            label={words.all}
            checked={count === all.length}
            indeterminate={count > 0 && count < all.length}
            onChange={(event) => verifying.choose(all, event.currentTarget.checked)}
          />
        </div>
      )}
      {waiting.map((line) => (
        <FigureCard
          key={line.key}
          line={line}
          direction={measureOf(line.submission.indicator).direction}
          chosen={verifying.isChosen(line.key)}
          fault={verifying.faults[line.key]}
          writable={writable}
          sending={verifying.sending}
          onChoose={(on) => verifying.choose([line.key], on)}
          onVerify={() => void verifying.verify([line])}
          onReturn={() => setReturned(line)}
        />
      ))}
      {writable && count > 0 && (
        <div className={classes.foot}>
          <span>{words.chosen(formatNumber(count), formatNumber(all.length))}</span>
          <Button loading={verifying.sending} onClick={() => void verifying.verify(verifying.chosen)}>
            {words.verify(formatNumber(count))}
          </Button>
        </div>
      )}
      {returned && (
        <FigureDialog
          id="return-submission"
          submission={returned.submission.id}
          kind={returned.kind}
          measure={measureOf(returned.submission.indicator)}
          onClose={() => setReturned(null)}
        />
      )}
    </>
  );
}

export default function VerifyPage() {
  const agency = useStore(actingFor);
  const directory = useDirectory();
  const queue = useQueue(agency);
  return (
    <Page title={words.title} note={agency ? `${directory.name(agency)}. ${words.intro}` : words.only}>
      <IndicatorNav />
      {agency ? <QueryView query={queue}>{(read) => <Queue submissions={read.items} />}</QueryView> : <EmptyState title={words.none} text={words.only} />}
    </Page>
  );
}
