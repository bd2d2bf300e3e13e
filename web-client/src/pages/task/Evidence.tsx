// What the work on a task rests on: documents of its reports, products and completion, and bringing another from here.

import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Assignment, DocumentRef, LuuDocument, Task } from "../../api/types";
import { formatDay } from "../../format/date";
import { NewDocument } from "../../forms/NewDocument";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { documentName } from "../../meaning/document";
import { evidenceOf, type Evidence as Item } from "../../meaning/evidence";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { Section } from "../../ui/Page";
import classes from "./TaskPage.module.css";

const route = getRouteApi("/tasks/$id");
const words = t.task.evidence;

function Name({ of, documents }: { of: DocumentRef; documents: ReadonlyMap<string, LuuDocument> }) {
  if (typeof of !== "string") return <>{t.commands.document.laterShown(formatDay(of.later))}</>;
  const document = documents.get(of);
  return (
    <>
      <Link to="/documents/$id" params={{ id: of }}>
        {document ? documentName(document) : of}
      </Link>
      {document?.file && <span className={classes.note}> ({words.withFile(document.file.name)})</span>}
    </>
  );
}

function Use({ item, many }: { item: Item; many: boolean }) {
  const directory = useDirectory();
  const unit = item.unit !== "joint" && directory.agencies.has(item.unit) ? item.unit : null;
  return (
    <span className={classes.note}>
      {words.uses[item.use]}
      {item.day && ` ${formatDay(item.day)}`}
      {item.product && `: ${item.product}`}
      {many && unit && (
        <>
          , <AgencyLink id={unit} />
        </>
      )}
    </span>
  );
}

interface Props {
  task: Task;
  assignments: readonly Assignment[];
  reportable: boolean; // whoever looks may report on the task now
}

export function Evidence({ task, assignments, reportable }: Props) {
  const navigate = route.useNavigate();
  const past = isPast(useViewTime());
  const items = useMemo(() => evidenceOf(assignments, task), [assignments, task]);
  const all = useList("documents").data?.items;
  const documents = useMemo(() => new Map((all ?? []).map((one) => [one.id, one])), [all]);
  const brings = reportable && !past;
  if (items.length === 0 && !brings) return null;
  const report = (document: LuuDocument) =>
    void navigate({ search: (old) => ({ ...old, do: "report-progress", unit: undefined, document: document.id }) });
  return (
    <Section title={words.title}>
      {items.length === 0 && <p className={classes.note}>{words.none}</p>}
      <ul className={classes.evidence}>
        {items.map((item) => (
          <li key={item.key}>
            <Name of={item.document} documents={documents} />
            <br />
            <Use item={item} many={assignments.length > 1} />
          </li>
        ))}
      </ul>
      {brings && (
        <div data-no-print>
          <p className={classes.note}>{words.bring}</p>
          <NewDocument evidence onRegistered={report} />
        </div>
      )}
    </Section>
  );
}
