import { Button } from "@mantine/core";
import { useState } from "react";
import type { Assignment, DocumentRef, Statement, Task } from "../../api/types";
import { useList } from "../../api/queries";
import { formatDay, formatMoment } from "../../format/date";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { periodName } from "../../meaning/period";
import { documentName } from "../../meaning/document";
import { documentRefText } from "../../meaning/values";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { me } from "../../state/me";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { UndoDialog } from "../../ui/Undo";
import { Facts } from "../../ui/Facts";
import { Withheld } from "../../ui/Withheld";
import { WorkPeople } from "../../ui/WorkPeople";
import classes from "./TaskPage.module.css";
import { YearPlans } from "./YearPlans";

const words = t.task;

function useDocumentText(): (ref: DocumentRef | null) => string | null {
  const documents = useList("documents").data?.items;
  return (ref) => {
    if (ref === null) return null;
    return documentRefText(ref, (id) => {
      const document = documents?.find((one) => one.id === id);
      return document ? documentName(document) : id;
    });
  };
}

function quantityText(statement: { quantities: Statement["quantities"] }, task: Task): string | null {
  const parts = statement.quantities.map((quantity) => {
    const deliverable = task.deliverables[quantity.deliverable - 1];
    return words.doneOf(formatNumber(quantity.done), formatNumber(deliverable?.quantity ?? 0), deliverable?.unit ?? "");
  });
  return parts.length > 0 ? parts.join("; ") : null;
}

function obstacleText(statement: Statement): string | null {
  const obstacle = statement.obstacle;
  if (!obstacle) return null;
  const since = obstacle.since ? ` (${words.since(formatDay(obstacle.since))})` : "";
  const asked = obstacle.asked_of ? ` ${words.askedOf}: ${obstacle.asked_of}` : "";
  return `${t.obstacleKind[obstacle.kind] ?? obstacle.kind}${since}: ${obstacle.text}${asked}`;
}

// A report that is not approved may be withdrawn by who sent it, as long as it is the newest.
function Withdraw({ statement, assignment }: { statement: Statement; assignment: Assignment }) {
  const [asked, setAsked] = useState(false);
  const past = isPast(useViewTime());
  const allowed = useAllowed();
  const account = useStore(me)?.account;
  const agency = useStore(actingFor);
  const own = statement.actor === account && statement.agency === agency;
  const newest = assignment.statements.at(-1)?.sequence === statement.sequence;
  if (past || !own || !newest || statement.state !== "draft" || !allowed.may("withdraw-progress")) return null;
  const subject = `assignment/${assignment.id}`;
  const undoable = { kind: "progress", path: `/assignments/${assignment.id}`, subject, sequence: statement.sequence } as const;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(true)} data-no-print>
        {t.inside.undo.progress}
      </Button>
      {asked && <UndoDialog undoable={undoable} onClose={() => setAsked(false)} />}
    </>
  );
}

function StatementBlock({ statement, task, assignment }: { statement: Statement; task: Task; assignment: Assignment }) {
  const directory = useDirectory();
  const documentText = useDocumentText();
  const agency = directory.shortName(statement.agency);
  const moment = formatMoment(statement.time);
  return (
    <div className={classes.statement}>
      <div className={classes.statementHead}>
        {statement.percent !== null && <span className={classes.big}>{formatPercent(statement.percent)}</span>}
        {statement.state === "draft" && <span className={classes.draftTag}>{words.draft}</span>}
        {statement.state === "returned" && <span className={classes.returnedTag}>{words.returnedStatement}</span>}
        <span className={classes.note}>
          {statement.state === "draft" ? words.draftBy(agency, moment) : words.approvedBy(agency, moment)}
          {statement.period && `, ${periodName(statement.period).toLowerCase()}`}
        </span>
        <Withdraw statement={statement} assignment={assignment} />
      </div>
      <div className={classes.words}>
        <Facts
          rows={[
            [t.commands.fields["quantities"] ?? "", quantityText(statement, task)],
            [words.result, statement.result],
            [words.obstacle, obstacleText(statement)],
            [words.proposal, statement.proposal],
            [t.commands.fields["document"] ?? "", documentText(statement.document)],
          ]}
        />
      </div>
    </div>
  );
}

function Opening({ assignment }: { assignment: Assignment }) {
  const opening = assignment.opening;
  if (!opening) return null;
  const facts = [
    t.status[opening.status],
    opening.percent === null ? null : formatPercent(opening.percent),
    opening.completed_on ? words.openingCompletedOn(formatDay(opening.completed_on)) : null,
    opening.note,
  ];
  return (
    <div className={classes.inset}>
      <div className={classes.statementHead}>
        <h3>{words.opening}</h3>
        <span className={opening.confirmed ? classes.note : classes.draftTag}>
          {opening.confirmed ? words.openingConfirmed : words.openingUnconfirmed}
        </span>
      </div>
      <p>{facts.filter(Boolean).join(", ")}</p>
    </div>
  );
}

export function AssignmentBlock({ assignment, task }: { assignment: Assignment; task: Task }) {
  const documentText = useDocumentText();
  const statements = [...assignment.statements].reverse();
  const delivered = assignment.delivered.map((item) => {
    const name = task.deliverables[item.deliverable - 1]?.text ?? `#${item.deliverable}`;
    return item.document ? `${name} (${documentText(item.document) ?? ""})` : name;
  });
  return (
    <>
      <Facts
        rows={[
          [t.inside.people, (assignment.people ?? []).length > 0 && <WorkPeople assignment={assignment} />],
          [t.commands.fields["started_on"] ?? "", assignment.started_on && formatDay(assignment.started_on)],
          [t.commands.fields["completed_on"] ?? "", assignment.completed_on && formatDay(assignment.completed_on)],
          [words.delivered, delivered.join("; ")],
          [t.commands.fields["quantities"] ?? "", quantityText(assignment, task)],
          [words.returnedReason, assignment.returned ? assignment.return_reason : null],
          [
            t.commands.names["ask-extension"],
            assignment.extension_asked && (
              <>
                {words.extensionAsked(formatDay(assignment.extension_asked.due))}: {assignment.extension_asked.reason}{" "}
                <span className={classes.note}>{words.extensionClock}</span>
              </>
            ),
          ],
        ]}
      />
      {assignment.withheld && <Withheld />}
      {!assignment.withheld && statements.length === 0 && !assignment.opening && <p className={classes.note}>{words.noProgress}</p>}
      {statements.map((statement) => (
        <StatementBlock key={statement.sequence} statement={statement} task={task} assignment={assignment} />
      ))}
      <Opening assignment={assignment} />
      <YearPlans task={task} assignment={assignment} />
    </>
  );
}
