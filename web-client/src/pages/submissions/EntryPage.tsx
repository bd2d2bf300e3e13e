// What an agency enters for a period: the grid, a template out and in, sending to the head, and the head's own word.

import { Button, FileButton, NativeSelect, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { get } from "../../api/client";
import { timeKey, useList } from "../../api/queries";
import type { FigureKind, SubmissionDifferenceItem, SubmissionGrid, SubmissionGridRow } from "../../api/types";
import { formatNumber } from "../../format/number";
import { DocumentSuggestions } from "../../grid/DocumentCell";
import { useDocumentBook } from "../../grid/documents";
import { GridMessages } from "../../grid/GridMessages";
import { SaveBar } from "../../grid/SaveBar";
import { t } from "../../i18n";
import type { IndicatorCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { figureKinds } from "../../meaning/figures";
import { hasWholeCharge } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Callout } from "../../ui/Callout";
import { ExportButton } from "../../ui/ExportButton";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { FigureDialog } from "../indicators/FigureDialog";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { figureOf } from "./cells";
import { EntryGrid } from "./EntryGrid";
import { PeriodChoice, usePeriod } from "./PeriodChoice";
import { Questioned } from "./Questioned";
import classes from "./Submissions.module.css";
import { useEntry, type EntryState } from "./use-entry";

const route = getRouteApi("/indicators/entry");
const words = t.submissions.entry;
const none: readonly never[] = [];

function useGrid(agency: string | null, period: string, programme: string | undefined) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "submissions", "grid", agency, period, programme ?? "", timeKey(time)],
    queryFn: ({ signal }) => get<SubmissionGrid>("/submission-grid", { agency: agency ?? "", period, programme, ...time }, signal),
    enabled: agency !== null,
  });
}

// "Dòng 7 của tệp: Tỷ lệ phủ sóng 5G: Mẫu số phải lớn hơn 0."
function sheetLine(item: SubmissionDifferenceItem, name: string): string {
  const row = item.row !== null && words.sheetRow(formatNumber(item.row));
  return [row, name, item.detail, ...item.errors.map((error) => error.detail)].filter(Boolean).join(": ");
}

function SheetRefusals({ entry, rows }: { entry: EntryState; rows: readonly SubmissionGridRow[] }) {
  if (entry.sheetRefused.length === 0) return null;
  const nameOf = (subject: string) => rows.find((row) => `submission/${row.submission}` === subject)?.name ?? subject;
  return (
    <Callout role="alert">
      {words.uploadRefused}
      <ul>
        {entry.sheetRefused.map((item) => (
          <li key={`${item.row ?? ""} ${item.subject} ${item.kind}`}>{sheetLine(item, nameOf(item.subject))}</li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={entry.dismissSheet}>
        {t.grid.dismiss}
      </Button>
    </Callout>
  );
}

function Foot({ entry, head }: { entry: EntryState; head: boolean }) {
  const count = formatNumber(entry.edited);
  return (
    <SaveBar grid={entry} edited={entry.edited}>
      {!head && (
        <Button variant="default" disabled={entry.edited === 0} loading={entry.busy} onClick={() => void entry.save(false)}>
          {words.save(count)}
        </Button>
      )}
      {!head && (
        <Button disabled={entry.edited + entry.drafts === 0} loading={entry.busy} onClick={() => void entry.submit()}>
          {words.submit(formatNumber(entry.edited + entry.drafts))}
        </Button>
      )}
      {head && (
        <Button variant={entry.waiting > 0 ? "default" : "filled"} disabled={entry.edited === 0} loading={entry.busy} onClick={() => void entry.save(true)}>
          {words.enter(count)}
        </Button>
      )}
      {head && entry.waiting > 0 && (
        <Button loading={entry.busy} onClick={() => void entry.approve()}>
          {words.approve(formatNumber(entry.waiting))}
        </Button>
      )}
    </SaveBar>
  );
}

interface Asked {
  id: IndicatorCommandId;
  row: SubmissionGridRow;
}

interface EntryProps {
  shown: SubmissionGrid;
  kind: FigureKind;
  programme: string | undefined; // the only one shown
}

function Entry({ shown, kind, programme }: EntryProps) {
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const book = useDocumentBook(useList("documents").data?.items ?? none);
  const entry = useEntry(shown, kind, book);
  const [asked, setAsked] = useState<Asked | null>(null);
  const head = allowed.may("approve-submission") && hasWholeCharge(allowed.posts);
  const writable = !past && allowed.may("enter-submission");
  const returns = useCallback((row: SubmissionGridRow) => setAsked({ id: "return-submission-draft", row }), []);
  const restates = useCallback((row: SubmissionGridRow) => setAsked({ id: "restate-submission", row }), []);
  if (shown.rows.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  return (
    <>
      <DocumentSuggestions book={book} />
      {writable && (
        <div className={classes.tools} data-no-print="">
          <ExportButton label={words.template} path="/submission-grid.xlsx" query={{ agency: shown.agency, period: shown.period, programme }} />
          <FileButton accept=".xlsx" onChange={(file) => file && void entry.upload(file)}>
            {(props) => (
              <Button {...props} size="xs" variant="default" loading={entry.busy}>
                {words.upload}
              </Button>
            )}
          </FileButton>
        </div>
      )}
      {entry.elsewhere > 0 && <p className={classes.note}>{words.otherKinds(formatNumber(entry.elsewhere))}</p>}
      <GridMessages grid={entry} edited={entry.edited} labels={words.columns} />
      <SheetRefusals entry={entry} rows={shown.rows} />
      <EntryGrid
        rows={shown.rows}
        entry={entry}
        writable={writable}
        kind={kind}
        book={book}
        onTake={entry.onTake}
        onReturn={writable && head ? returns : null}
        onRestate={!past && allowed.may("restate-submission") && hasWholeCharge(allowed.posts) ? restates : null}
      />
      {writable && <Foot entry={entry} head={head} />}
      {entry.asking && (
        <Questioned questions={entry.asking.questions} approving={entry.asking.approving} onSure={entry.asking.go} onClose={entry.answered} />
      )}
      {asked && figureOf(asked.row, kind) && (
        <FigureDialog id={asked.id} submission={asked.row.submission} kind={kind} measure={asked.row.definition} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

// A sponsor enters for its outside leads as well.
function WhoseFigures({ acting, outside, chosen }: { acting: string; outside: readonly string[]; chosen: string }) {
  const directory = useDirectory();
  const navigate = route.useNavigate();
  const choose = (agency: string) => void navigate({ search: (old) => ({ ...old, agency: agency === acting ? undefined : agency }), replace: true });
  return (
    <NativeSelect
      label={words.whose}
      data={[acting, ...outside].map((id) => ({ value: id, label: id === acting ? directory.name(id) : words.enteredFor(directory.name(id)) }))}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

export default function EntryPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const outside = useMemo(() => (acting ? directory.sponsoredBy(acting) : []), [acting, directory]);
  const agency = search.agency && outside.includes(search.agency) ? search.agency : acting;
  const period = usePeriod(search);
  const shown = useGrid(agency, period, search.programme);
  const kind = figureKinds.find((one) => one === search.kind) ?? "actual";
  const choose = (next: string) => void navigate({ search: (old) => ({ ...old, kind: next === "actual" ? undefined : next }), replace: true });
  return (
    <Page title={words.title} note={agency ? `${directory.name(agency)}. ${words.intro}` : words.noAgency}>
      <IndicatorNav />
      <div className={classes.tools} data-no-print="">
        {acting && outside.length > 0 && <WhoseFigures acting={acting} outside={outside} chosen={agency ?? acting} />}
        <PeriodChoice search={search} />
        <SegmentedControl
          aria-label={words.kind}
          data={figureKinds.map((one) => ({ value: one, label: t.indicators.kinds[one] }))}
          value={kind}
          onChange={choose}
        />
      </div>
      {agency && (
        <QueryView query={shown}>
          {(read) => <Entry key={`${read.agency} ${read.period}`} shown={read} kind={kind} programme={search.programme} />}
        </QueryView>
      )}
    </Page>
  );
}
