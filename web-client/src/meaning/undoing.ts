// What somebody may take back of a record's history: the own last amendment, and own comments that nobody answered.

import type { HistoryItem, ThreadItem } from "../api/types";
import { eventName } from "../live/record";

export interface Self {
  account: string;
  agency: string; // acted for
}

const amendments: readonly string[] = ["task.amended", "document.amended"];

// The newest own amendment of the subject that stands alone and was not taken back; null if there is none. Newest first.
export function undoableChange(history: readonly HistoryItem[], subject: string, self: Self): number | null {
  const undone = new Set(history.map((item) => item.undoes));
  const found = history.find(
    (item) =>
      item.subject === subject &&
      amendments.includes(eventName(item.type)) &&
      item.actor === self.account &&
      item.agency === self.agency &&
      item.act === null &&
      !item.undoes &&
      !undone.has(item.sequence),
  );
  return found?.sequence ?? null;
}

export function isWithdrawable(item: ThreadItem, thread: readonly ThreadItem[], self: Self): boolean {
  const own = item.actor === self.account && item.agency === self.agency;
  return own && item.kind === "comment" && !item.withdrawn && !thread.some((other) => other.reply_to === item.sequence);
}
