// What the document says, and what was made of its deadline.

import { Link } from "@tanstack/react-router";
import type { Task } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { deadlineText, explained } from "../../meaning/deadline";
import { useDirectory } from "../../meaning/directory";
import { citedPlace } from "../../meaning/place";
import { Section } from "../../ui/Page";
import { Quote, type QuotedRow } from "../../ui/Quote";
import classes from "./TaskPage.module.css";

const labels = t.task.printed;

function printedRows(task: Task): QuotedRow[] {
  const rows: (readonly [string, string | null])[] = [
    [labels.title, task.content ? task.title : null],
    [labels.content, task.content ?? task.title],
    [labels.lead, task.lead_text],
    [labels.coordinating, task.coordinating_text],
    [labels.deadline, deadlineText(task.deadline)],
    [labels.deliverables, task.deliverables_text],
  ];
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

export function PlanWords({ task }: { task: Task }) {
  const directory = useDirectory();
  const programme = (
    <Link to="/programmes/$id" params={{ id: task.programme }}>
      {directory.programmeName(task.programme)}
    </Link>
  );
  return (
    <>
      <Section title={t.task.document}>
        <Quote
          rows={printedRows(task)}
          place={
            task.source ? (
              <>
                {programme}, {citedPlace(task.source)}
              </>
            ) : (
              programme
            )
          }
        />
      </Section>
      {!task.is_group && task.links_to === null && (
        <>
          <DeadlineBlock task={task} />
          <Deliverables task={task} />
        </>
      )}
    </>
  );
}

function DeadlineBlock({ task }: { task: Task }) {
  const window = task.window;
  const extended = window?.rule === "extension" ? window.due : null;
  return (
    <Section title={t.task.computed}>
      <p>
        <span className={classes.big}>“{deadlineText(task.deadline)}”</span>
      </p>
      {explained(task).map((line, index) => (
        <p key={index}>
          {line.text} {line.note && <span className={classes.note}>({line.note})</span>}
        </p>
      ))}
      {extended && <p>{t.deadline.extended(formatDay(extended))}</p>}
      {window?.period_start && window.period_end && (
        <p className={classes.note}>{t.deadline.period(formatDay(window.period_start), formatDay(window.period_end))}</p>
      )}
      {window?.waiting && <p>{t.deadline.noTrigger}</p>}
      {task.triggers.map((trigger) => (
        <p key={trigger.sequence}>{t.deadline.trigger(formatDay(trigger.occurred_on))}</p>
      ))}
    </Section>
  );
}

function Deliverables({ task }: { task: Task }) {
  return (
    <Section title={t.task.deliverables}>
      {task.deliverables.length === 0 ? (
        <p className={classes.note}>{t.task.noDeliverables}</p>
      ) : (
        <ol className={classes.deliverables}>
          {task.deliverables.map((deliverable, index) => (
            <li key={index}>
              {deliverable.text}{" "}
              <span className={classes.note}>
                {t.deliverableKind[deliverable.kind]}
                {deliverable.quantity !== null && `, ${formatNumber(deliverable.quantity)} ${deliverable.unit ?? ""}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
