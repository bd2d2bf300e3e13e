// The first step: the document and the rows.

import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { AmendmentKind, Programme, Task } from "../../api/types";
import { formatMoment } from "../../format/date";
import { DocumentField } from "../../forms/DocumentField";
import type { DocumentValue, Option } from "../../forms/spec";
import { t } from "../../i18n";
import { documentName } from "../../meaning/document";
import { Section } from "../../ui/Page";
import { EmptyState } from "../../ui/States";
import { tell } from "../../ui/toast";
import classes from "./Amend.module.css";
import { countsInWords, DifferenceView } from "./DifferenceView";
import { countsOf } from "./model";
import { RowCard, titleOfRow } from "./RowCard";
import { RowPicker } from "./RowPicker";
import { useAmendment } from "./use-amendment";

const route = getRouteApi("/programmes/$id/amend");
const words = t.amendment;

interface Props {
  programme: Programme;
  tasks: readonly Task[];
  groups: readonly Option[];
}

function useDocumentWords(): (value: DocumentValue | null) => string {
  const documents = useList("documents").data?.items;
  return (value) => {
    if (value?.later) return t.commands.document.laterShown(value.later);
    const document = documents?.find((one) => one.id === value?.id);
    return document ? documentName(document) : (value?.id ?? "");
  };
}

const rowPlace = (key: string): Element | null => document.querySelector(`[data-row="${CSS.escape(key)}"]`);

// Brings the first row or field that was refused into view.
function useRefusalInView(refusals: number, faults: Record<string, object>, documentFault: string | null): void {
  useEffect(() => {
    if (refusals === 0) return;
    const key = Object.keys(faults)[0];
    const place = documentFault ? document.querySelector("[data-document]") : key ? rowPlace(key) : null;
    place?.scrollIntoView({ block: "start" });
  }, [refusals]);
}

export function AmendmentForm({ programme, tasks, groups }: Props) {
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const byId = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const documentWords = useDocumentWords();
  const [opened, setOpened] = useState<string | null>(null);
  const form = useAmendment({ programme, tasks: byId, groups }, (rows) => {
    tell(words.recorded(countsInWords(countsOf(rows)).toLowerCase()));
    void navigate({ to: "/programmes/$id", params: { id: programme.id } });
  });
  const begin = (kind: AmendmentKind, task: Task | null) => setOpened(form.begin(kind, task));

  // A row begun from a task's page: the address names the task once.
  const asked = search.task ? byId.get(search.task) : undefined;
  useEffect(() => {
    if (search.task === undefined) return;
    if (asked) begin("amend", asked);
    void navigate({ search: (old) => ({ ...old, task: undefined }), replace: true });
  }, [search.task]);
  useEffect(() => {
    if (opened) rowPlace(opened)?.scrollIntoView({ block: "nearest" });
  }, [opened]);

  useRefusalInView(form.refusals, form.faults, form.documentFault);
  const { rows, document } = form.amendment;
  if (form.checked) {
    return (
      <DifferenceView
        difference={form.checked.difference}
        time={form.checked.time}
        documentText={documentWords(document)}
        groups={groups}
        message={form.message}
        recording={form.recording}
        onBack={form.back}
        onRecord={() => void form.commit()}
      />
    );
  }
  return (
    <>
      {form.restoredFrom && rows.length > 0 && (
        <div className={classes.draft}>
          {t.commands.draftKept(formatMoment(form.restoredFrom))}
          <Button variant="subtle" size="compact-sm" onClick={form.discard}>
            {words.discard}
          </Button>
        </div>
      )}
      {!form.kept && <div className={classes.draft}>{t.commands.notKept}</div>}
      <Section title={words.document}>
        <div data-document="" className={classes.document}>
          <DocumentField
            label={t.commands.fields["document"] ?? ""}
            required
            error={form.documentFault ?? undefined}
            value={document}
            onChange={form.setDocument}
          />
        </div>
      </Section>
      <Section title={words.rows} note={rows.length > 0 && countsInWords(countsOf(rows))}>
        <RowPicker tasks={tasks} rows={rows} onPick={begin} onAdd={() => begin("add", null)} />
        {rows.length === 0 && <EmptyState title={words.noRows} text={words.noRowsText} />}
        {form.removed && (
          <div className={classes.draft} role="status">
            {words.removed(titleOfRow(form.removed, form.taskOf(form.removed)))}
            <Button variant="subtle" size="compact-sm" onClick={form.restore}>
              {words.restore}
            </Button>
          </div>
        )}
        {rows.map((row) => (
          <RowCard
            key={row.key}
            row={row}
            task={form.taskOf(row)}
            groups={groups}
            faults={form.faults[row.key]}
            overtaken={form.overtaken?.key === row.key ? form.overtaken : null}
            open={opened === row.key}
            onOpen={(open) => setOpened(open ? row.key : null)}
            onChange={form.setRow}
            onRemove={() => form.remove(row)}
            onKeep={form.keepOvertaken}
          />
        ))}
      </Section>
      <div className={classes.foot} data-no-print>
        {form.message && (
          <div className={classes.error} role="alert">
            {form.message}
          </div>
        )}
        <span className={classes.spring}>{rows.length > 0 && countsInWords(countsOf(rows))}</span>
        <Button onClick={() => void form.check()} loading={form.checking} disabled={rows.length === 0}>
          {words.see}
        </Button>
      </div>
    </>
  );
}
