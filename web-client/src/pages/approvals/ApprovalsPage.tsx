import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Assignment } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Page } from "../../ui/Page";
import { EmptyState, ErrorState, LoadingState } from "../../ui/States";
import classes from "./Approvals.module.css";
import { inOrder, waitingOf, type Waiting } from "./changes";
import { FiguresToApprove } from "./FiguresToApprove";
import { ReportCard } from "./ReportCard";
import { ReturnDialog } from "./ReturnDialog";
import { useApprovals } from "./use-approvals";
import { approvesFigures, useFiguresToApprove } from "./use-figures";
import { useApprovable } from "./use-waiting";

const words = t.approvals;

function Reports({ waiting }: { waiting: readonly Waiting[] }) {
  const form = useApprovals(waiting);
  const past = isPast(useViewTime());
  const [returning, setReturning] = useState<Assignment | null>(null);
  return (
    <>
      {form.message && (
        <div className={classes.message} role="alert">
          {form.message}
        </div>
      )}
      {waiting.length === 0 ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : (
        <div className={classes.list}>
          {waiting.map((one) => (
            <ReportCard
              key={one.key}
              waiting={one}
              chosen={form.chosen.has(one.key)}
              fresh={form.isFresh(one)}
              fault={form.faults[one.key]}
              writable={!past}
              onToggle={() => form.toggle(one)}
              onReturn={() => setReturning(one.assignment)}
            />
          ))}
        </div>
      )}
      {waiting.length > 0 && !past && <Foot waiting={waiting} form={form} />}
      {returning && <ReturnDialog assignment={returning} onClose={() => setReturning(null)} />}
    </>
  );
}

function Foot({ waiting, form }: { waiting: readonly Waiting[]; form: ReturnType<typeof useApprovals> }) {
  const count = formatNumber(form.picked.length);
  const warned = form.picked.filter((one) => one.warnings.length > 0).length;
  if (form.sure) {
    return (
      <div className={classes.foot} role="group" aria-label={words.title}>
        <span className={classes.sure}>{warned > 0 ? words.sureText(count, formatNumber(warned)) : words.sureTextPlain(count)}</span>
        <Button variant="default" onClick={form.lookAgain} disabled={form.sending} autoFocus>
          {words.back}
        </Button>
        <Button onClick={() => void form.approve()} loading={form.sending}>
          {words.sure(count)}
        </Button>
      </div>
    );
  }
  const all = form.picked.length === waiting.length;
  return (
    <div className={classes.foot}>
      <Checkbox
        label={words.all}
        checked={all}
        indeterminate={!all && form.picked.length > 0}
        onChange={form.toggleAll}
        styles={{ label: { fontSize: 14 } }}
      />
      <span className={classes.sure}>{words.chosen(count, formatNumber(waiting.length))}</span>
      <Button onClick={form.ask} disabled={form.picked.length === 0}>
        {words.approve(count)}
      </Button>
    </div>
  );
}

function OfAgency({ agency }: { agency: string }) {
  const allowed = useAllowed();
  const approvable = useApprovable(agency);
  const figures = useFiguresToApprove(agency);
  const waiting = useMemo(() => approvable.items && inOrder(approvable.items.flatMap((one) => waitingOf(one) ?? [])), [approvable.items]);
  const error = approvable.error ?? figures.error;
  if (error) return <ErrorState error={error} retry={approvable.error ? approvable.retry : figures.retry} />;
  if (!waiting || !figures.lines) return <LoadingState />;
  const reports = allowed.may("approve-progress") && <Reports waiting={waiting} />;
  const both = figures.lines.length > 0;
  return (
    <>
      <FiguresToApprove lines={figures.lines} agency={agency} />
      {both && waiting.length > 0 && <h2 className={classes.part}>{words.reports}</h2>}
      {!both || waiting.length > 0 ? reports : null}
      {!both && !reports && <EmptyState title={words.none} text={words.noneText} />}
    </>
  );
}

function Approvals({ agency }: { agency: string }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  return (
    <Page title={words.title} crumbs={<Link to="/">{t.board.mine.title}</Link>} note={`${directory.name(agency)}. ${words.intro}`}>
      {allowed.may("approve-progress") || approvesFigures(allowed) ? (
        <OfAgency agency={agency} />
      ) : (
        <EmptyState title={words.onlyHead} />
      )}
    </Page>
  );
}

export default function ApprovalsPage() {
  const acting = useStore(actingFor);
  if (acting) return <Approvals key={acting} agency={acting} />;
  return (
    <Page title={words.title}>
      <EmptyState title={t.board.mine.choose} text={t.board.mine.chooseText} />
    </Page>
  );
}
