// Taking back one's own last change or comment: a new record says so, and who built on it meanwhile is shown instead.

import { useEffect, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problems";
import { newKey, useWrite } from "../api/write";
import { SinceCard } from "../forms/ConflictCard";
import { t } from "../i18n";
import type { LiveRecord } from "../live/record";
import { useAllowed } from "../state/allowed";
import { Store, useStore } from "../state/store";
import { ConfirmDialog } from "./ConfirmDialog";
import { tell, type NoticeAction } from "./toast";

const words = t.inside.undo;

export type UndoKind = "change" | "comment" | "progress";

export interface Undoable {
  kind: UndoKind;
  path: string; // of the record: "/tasks/da11.ii.i.1.1"
  subject: string; // "task/da11.ii.i.1.1"
  sequence: number; // of what is taken back
}

const verbs: Record<UndoKind, string> = { change: "undo", comment: "withdraw-comment", progress: "withdraw-progress" };
const texts: Record<UndoKind, readonly [title: string, text: string, done: string]> = {
  change: [words.title, words.text, words.done],
  comment: [words.comment, words.commentText, words.commentDone],
  progress: [words.progress, words.progressText, words.progressDone],
};

// What was asked to be taken back from a notice: the page it came from may be gone by then.
const asked = new Store<Undoable | null>(null);

export function offerUndo(undoable: Undoable): NoticeAction {
  return { label: words.undo, run: () => asked.set(undoable) };
}

export function useUndo() {
  const write = useWrite<unknown>();
  const client = useQueryClient();
  return async ({ kind, path, subject, sequence }: Undoable) => {
    const subjects = [kind === "comment" ? `thread/${subject}` : subject];
    await write.mutateAsync({ path: `${path}/${verbs[kind]}`, body: { sequence }, key: newKey(), subjects });
    if (kind === "comment") void client.invalidateQueries({ queryKey: ["thread", subject] });
    tell(texts[kind][2]);
  };
}

interface DialogProps {
  undoable: Undoable;
  refusal?: Error; // of the first try
  onClose: () => void;
}

const builtOn = (error: Error | undefined): readonly LiveRecord[] => (error instanceof Problem ? (error.body.events_since ?? []) : []);

export function UndoDialog({ undoable, refusal, onClose }: DialogProps) {
  const undo = useUndo();
  const [refused, setRefused] = useState<Error | undefined>(refusal);
  const [title, text] = texts[undoable.kind];
  const run = async () => {
    try {
      await undo(undoable);
    } catch (error) {
      setRefused(error as Error);
      throw error;
    }
  };
  const events = builtOn(refused);
  const shown = (
    <>
      {text}
      {events.length > 0 && <SinceCard events={events} title={words.builtOn} text="" />}
    </>
  );
  return <ConfirmDialog title={title} text={shown} refused={refusal?.message ?? null} onSure={run} onClose={onClose} />;
}

// A notice takes back at once; a refusal is explained.
function AtOnce({ undoable, onClose }: { undoable: Undoable; onClose: () => void }) {
  const undo = useUndo();
  const begun = useRef(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    undo(undoable).then(onClose, setRefusal);
  });
  return refusal && <UndoDialog undoable={undoable} refusal={refusal} onClose={onClose} />;
}

// Stands in the frame: what a notice offered is done wherever one is by then.
export function AskedUndo() {
  const undoable = useStore(asked);
  return undoable && <AtOnce key={undoable.sequence} undoable={undoable} onClose={() => asked.set(null)} />;
}

const rights: Record<string, string> = { task: "undo-task", document: "undo-document" };

// The way back after an amendment, where the server has one.
export function useUndoOf(subject: string): (sequence: number) => NoticeAction | undefined {
  const allowed = useAllowed();
  const [aggregate = "", ...rest] = subject.split("/");
  const right = rights[aggregate];
  return (sequence) => {
    if (!right || !allowed.may(right) || sequence === 0) return undefined;
    return offerUndo({ kind: "change", path: `/${aggregate}s/${rest.join("/")}`, subject, sequence });
  };
}
