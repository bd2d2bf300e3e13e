// Which shown things a record touches. Pure: sync.ts acts on it.

import { collectionOf, type Collection } from "../api/types";
import type { LiveRecord } from "./record";

export interface Touch {
  collection: Collection;
  id: string;
}

export interface Touches {
  items: Touch[];
  threads: string[]; // subjects whose comments grew
  histories: string[]; // subjects whose history grew
  everything: boolean; // the date has changed: timeliness of all
}

// "assignment/da11.ii.i.1.1.joint" is part of task "da11.ii.i.1.1": split at the last dot.
export function taskOfAssignment(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}

// "submission/da11.i.i.1.so-khcn.2026-q2" is a figure of indicator "da11.i.i.1": split at the last two dots.
export function indicatorOfSubmission(id: string): string {
  return taskOfAssignment(taskOfAssignment(id));
}

// What tasks show of a year's plan changes when an edition of it comes into force. Without a type: of a command just answered.
const inForce = /^vn\.luuvet\.unit-plan\.approved\./;
const anyOfThem = ""; // an id that no row has: the lists alone

// Stands for every row of a collection.
export const allOfThem = "*";

// A link shows at both of its rows. A parting does not say which they are. Of a command just answered the page names them itself.
function linkedRows(data: LiveRecord["data"] | undefined): Touch[] {
  if (data === undefined) return [];
  if (!Array.isArray(data.subjects)) {
    return (["tasks", "indicators", "budget-lines"] as const).map((collection) => ({ collection, id: allOfThem }));
  }
  return data.subjects.flatMap((subject: unknown) => touchesOf({ subject: String(subject) }).items);
}

export function touchesOf(record: Pick<LiveRecord, "subject"> & Partial<Pick<LiveRecord, "type" | "data">>): Touches {
  const touches: Touches = { items: [], threads: [], histories: [], everything: false };
  const cut = record.subject.indexOf("/");
  const aggregate = record.subject.slice(0, cut);
  const id = record.subject.slice(cut + 1);
  if (aggregate === "calendar") return { ...touches, everything: true };
  if (aggregate === "thread") {
    const under = touchesOf({ subject: id });
    return { ...under, threads: [id], histories: [id, ...under.histories] };
  }
  const collection = collectionOf(aggregate);
  if (!collection) return touches;
  touches.items.push({ collection, id });
  touches.histories.push(record.subject);
  if (collection === "assignments") {
    const task = taskOfAssignment(id);
    touches.items.push({ collection: "tasks", id: task });
    touches.histories.push(`task/${task}`);
  }
  if (collection === "doubts") touches.items.push({ collection: "links", id: anyOfThem }); // contradictions say what doubts cover
  if (collection === "links") touches.items.push(...linkedRows(record.data));
  if (collection === "unit-plans" && (record.type === undefined || inForce.test(record.type))) {
    touches.items.push({ collection: "assignments", id: anyOfThem });
  }
  return touches;
}

// Records of an act count together: what belongs to one is held until its last is there.
export class ActGate {
  private held: LiveRecord[] = [];

  // The records that may be shown now, in order.
  pass(record: LiveRecord): LiveRecord[] {
    if (record.actsize === undefined || record.actindex === undefined) return this.flush(record);
    if (record.actindex < record.actsize - 1) {
      this.held.push(record);
      return [];
    }
    return this.flush(record);
  }

  private flush(record: LiveRecord): LiveRecord[] {
    const ready = [...this.held, record];
    this.held = [];
    return ready;
  }
}
