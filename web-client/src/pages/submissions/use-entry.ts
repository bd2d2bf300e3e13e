// The figures of a period being typed: what is counted, a sheet read in; saving, submitting, approving.

import { useCallback, useMemo, useState } from "react";
import { sendFile } from "../../api/client";
import type { FigureKind, SubmissionDifference, SubmissionDifferenceItem, SubmissionGrid, SubmissionGridRow } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import type { DocumentBook } from "../../grid/documents";
import { enterRows } from "../../grid/judged";
import { useTypedGrid } from "../../grid/use-typed-grid";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";
import { countedCells, figureOf } from "./cells";
import { figureSheet, keyOf, takeSheet } from "./edits";
import { questionsOfItems, questionsOfRows, type Question } from "./questions";
import { editedIn, faultOf, faultsIn, overtakenIn, readyFrom, subjectsOf, type Ready } from "./sending";

const words = t.submissions.entry;
const nobody: readonly SubmissionDifferenceItem[] = [];

type Go = () => Promise<unknown>;
type Look = (rows: readonly Ready[], items: readonly SubmissionDifferenceItem[], go: Go, whole: boolean) => Promise<unknown>;

// What is done once somebody has looked at what the checks question.
interface Asking {
  questions: readonly Question[];
  approving: boolean;
  go: Go;
}

function useQuestions() {
  const [asking, setAsking] = useState<Asking | null>(null);
  return {
    asking,
    answered: () => setAsking(null),
    once: async (questions: readonly Question[], approving: boolean, go: Go) => {
      if (questions.length === 0) await go();
      else setAsking({ questions, approving, go });
    },
  };
}

export function useEntry(shown: SubmissionGrid, kind: FigureKind, book: DocumentBook) {
  const { rows } = shown;
  const sheet = useMemo(() => figureSheet(kind, book), [kind, book]);
  const grid = useTypedGrid(sheet, { subject: `submission-grid/${shown.agency}.${shown.period}`, command: "enter", reads: ["list", "submissions"] });
  const write = useWrite<unknown>();
  const [sheetRefused, setSheetRefused] = useState(nobody); // of the last sheet
  const { asking, answered, once } = useQuestions();
  const edited = editedIn(rows, grid.edits);

  const { change } = grid;
  const onTake = useCallback(
    (row: SubmissionGridRow) => {
      const { counted } = row;
      if (counted === null) return;
      change(row, (cells) => countedCells(counted, cells));
      tell(t.counted.took, "green");
    },
    [change],
  );

  const enter = async (submit: boolean, look: Look): Promise<boolean> => {
    if (!grid.passes(faultsIn(edited, book))) return false;
    if (overtakenIn(edited)) {
      grid.refuse(t.grid.stale);
      return false;
    }
    const act = { path: "/acts/enter-submissions", faultOf, subjectsOf, done: submit ? words.submitted : words.saved, look };
    return enterRows(grid, act, readyFrom(edited, submit));
  };
  const act = async (name: "submit" | "approve", chosen: readonly SubmissionGridRow[]) => {
    if (chosen.length === 0) return;
    const items = chosen.map((row) => ({ subject: `submission/${row.submission}`, based_on: row.sequence, kind }));
    await write.mutateAsync({ path: `/acts/${name}-submissions`, body: { items }, key: newKey(), subjects: subjectsOf(items) });
    tell((name === "submit" ? words.submitted : words.approved)(formatNumber(items.length)));
  };
  const approve = () => once(questionsOfRows(waiting, kind, true), true, () => act("approve", waiting));
  // `counts`: it is approved by being entered.
  const save = (counts: boolean) =>
    enter(false, (chosen, items, go) => once(counts ? questionsOfItems(chosen, items) : [], false, go));
  const submit = async () => {
    const ofDrafts = questionsOfRows(drafts, kind, false);
    if (edited.length === 0) return once(ofDrafts, false, () => act("submit", drafts));
    await enter(true, (chosen, items, go, whole) =>
      once([...questionsOfItems(chosen, items), ...(whole ? ofDrafts : [])], false, async () => {
        await go();
        if (whole) await act("submit", drafts);
      }),
    );
  };
  const takeFile = async (file: File) => {
    const { items } = await sendFile<SubmissionDifference>("/submission-grid", { agency: shown.agency, period: shown.period }, file);
    const sheetTaken = takeSheet(grid.edits, rows, items, book);
    grid.put(sheetTaken.edits);
    setSheetRefused(sheetTaken.refused);
    const failed = sheetTaken.refused.length;
    const nothingNew = sheetTaken.taken + failed === 0;
    tell(nothingNew ? words.uploadEmpty : words.uploaded(formatNumber(sheetTaken.taken), formatNumber(failed)), failed > 0 ? "grey" : "green");
  };

  const untouched = (row: SubmissionGridRow) => row.shared_from === null && !row.withheld && !grid.edits[keyOf(kind, row.submission)];
  const inStage = (stage: string) => rows.filter((row) => untouched(row) && figureOf(row, kind)?.stage === stage);
  const drafts = inStage("draft");
  const waiting = inStage("submitted");
  const dismissSheet = () => setSheetRefused(nobody);
  return {
    ...grid,
    sheet,
    sheetRefused,
    dismissSheet,
    edited: edited.length,
    elsewhere: edited.filter((one) => one.kind !== kind).length, // typed for other kinds
    drafts: drafts.length,
    waiting: waiting.length,
    onTake,
    upload: (file: File) => grid.guarded(() => takeFile(file)),
    asking,
    answered,
    save: (counts: boolean) => grid.guarded(() => save(counts)),
    submit: () => grid.guarded(submit),
    approve: () => grid.guarded(approve),
    undo: () => {
      grid.undo();
      dismissSheet();
    },
    discard: () => {
      grid.discard();
      dismissSheet();
    },
  };
}

export type EntryState = ReturnType<typeof useEntry>;
