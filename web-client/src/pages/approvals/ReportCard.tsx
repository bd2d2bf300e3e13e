// One report that waits: what it changes, with a tick to approve it and a way to return it.

import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Obstacle, Statement } from "../../api/types";
import { formatDay, formatMoment } from "../../format/date";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { periodName } from "../../meaning/period";
import { inWords } from "../../meaning/values";
import { TimelinessBadge } from "../../ui/Badges";
import { Icon } from "../../ui/icons";
import classes from "./Approvals.module.css";
import type { Waiting } from "./changes";

const words = t.approvals;

interface Props {
  waiting: Waiting;
  chosen: boolean;
  fresh: boolean;
  fault: string | undefined;
  writable: boolean;
  onToggle: () => void;
  onReturn: () => void;
}

export function ReportCard({ waiting, chosen, fresh, fault, writable, onToggle, onReturn }: Props) {
  const { assignment } = waiting;
  const directory = useDirectory();
  return (
    <article className={fault ? `${classes.card} ${classes.wrong}` : classes.card} aria-label={assignment.title}>
      <div className={classes.tick}>
        <Checkbox size="md" checked={chosen} disabled={!writable} onChange={onToggle} aria-label={words.choose(assignment.title)} />
      </div>
      <div className={classes.what}>
        <div className={classes.place}>
          <span>{shortPlace(assignment.source)}</span>
          <span>{directory.programmeName(assignment.programme)}</span>
          <TimelinessBadge timeliness={assignment.timeliness} />
          {fresh && <span className={classes.fresh}>{words.fresh}</span>}
        </div>
        <Link to="/tasks/$id" params={{ id: assignment.task }} className={classes.title} title={assignment.title}>
          {assignment.title}
        </Link>
        <Warnings waiting={waiting} />
        {fault && (
          <p className={classes.fault} role="alert">
            {fault}
          </p>
        )}
      </div>
      <Changes waiting={waiting} />
      {writable && (
        <div className={classes.return}>
          <Button size="compact-md" variant="default" onClick={onReturn}>
            {words.returnOne}
          </Button>
        </div>
      )}
    </article>
  );
}

function Warnings({ waiting }: { waiting: Waiting }) {
  return (
    <div className={classes.warnings}>
      {waiting.warnings.map((warning) => (
        <span key={warning} className={classes.warning}>
          <Icon name="obstacle" size={14} />
          {words.warnings[warning]}
        </span>
      ))}
    </div>
  );
}

function FromTo({ old, now }: { old: string; now: string }) {
  if (old === now) {
    return (
      <>
        <b>{now}</b> <span className={classes.dim}>({words.same})</span>
      </>
    );
  }
  return (
    <>
      <span className={classes.dim}>{old}</span> → <b>{now}</b>
    </>
  );
}

function Changes({ waiting }: { waiting: Waiting }) {
  const directory = useDirectory();
  const { latest, approved, percent, counts, of } = waiting;
  const period = latest.period ? `, ${periodName(latest.period).toLowerCase()}` : "";
  return (
    <div className={classes.changes}>
      {percent && (
        <p>
          {words.percent}:{" "}
          <FromTo old={percent.old === null ? words.noPercent : formatPercent(percent.old)} now={formatPercent(percent.now)} />
        </p>
      )}
      {counts.map((count) => (
        <p key={count.name}>
          {count.name}: <FromTo old={count.old === null ? words.noPercent : formatNumber(count.old)} now={formatNumber(count.now)} />
          {` / ${formatNumber(count.wanted)} ${count.unit}`}
        </p>
      ))}
      <Said label={words.result} now={latest.result} before={approved?.result ?? null} />
      <ObstacleLine latest={latest} approved={approved} />
      <Said label={words.proposal} now={latest.proposal} before={approved?.proposal ?? null} />
      <p className={classes.dim}>
        {words.reported(directory.shortName(latest.agency), formatMoment(latest.time))}
        {period}
        {of.length > 1 && `. ${words.several(of.length)}`}
      </p>
    </div>
  );
}

function Said({ label, now, before }: { label: string; now: string | null; before: string | null }) {
  if (!now) return null;
  return (
    <div>
      <p className={classes.said}>
        {label}: {now}
      </p>
      {before && before !== now && <p className={classes.before}>{words.before(before)}</p>}
    </div>
  );
}

function ObstacleLine({ latest, approved }: { latest: Statement; approved: Statement | null }) {
  const directory = useDirectory();
  const text = (obstacle: Obstacle) => {
    const since = obstacle.since ? ` (${t.task.since(formatDay(obstacle.since))})` : "";
    return `${inWords("obstacle", obstacle, directory)}${since}`;
  };
  if (latest.obstacle) {
    return <Said label={words.obstacle} now={text(latest.obstacle)} before={approved?.obstacle ? text(approved.obstacle) : null} />;
  }
  if (!approved?.obstacle) return null;
  return (
    <div>
      <p>
        {words.obstacle}: {words.noObstacle}
      </p>
      <p className={classes.before}>{words.before(text(approved.obstacle))}</p>
    </div>
  );
}
