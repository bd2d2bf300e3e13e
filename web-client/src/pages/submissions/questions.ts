// What the checks question of figures that are about to be sent on or approved.

import type { FigureKind, Finding, SubmissionDifferenceItem, SubmissionGridRow } from "../../api/types";
import { explains } from "../../meaning/explains";
import { findingText } from "../../meaning/figures";
import { figureOf } from "./cells";
import { keyOf } from "./edits";
import type { Ready } from "./sending";

export interface Question {
  key: string; // by kind and submission
  name: string;
  sentences: string[];
  comment: string;
  explained: boolean;
}

// What differs from a count is shown, and asks for no explanation.
export const asks = (finding: Finding): boolean => finding.kind !== "counted";

function questionOf(key: string, name: string, findings: readonly Finding[], comment: string | null | undefined): Question[] {
  const text = (comment ?? "").trim();
  return findings.length === 0 ? [] : [{ key, name, sentences: findings.map(findingText), comment: text, explained: explains(text) }];
}

// Of rows that the server would write; `items` has its word on each of `ready`, in their order.
export function questionsOfItems(ready: readonly Ready[], items: readonly SubmissionDifferenceItem[]): Question[] {
  return ready.flatMap((one, at) => {
    const item = items[at];
    return item?.outcome === "accepted" ? questionOf(one.key, one.row.name, item.findings.filter(asks), one.item.comment) : [];
  });
}

// Of what stands already. `all`: also what needs no explanation.
export function questionsOfRows(rows: readonly SubmissionGridRow[], kind: FigureKind, all: boolean): Question[] {
  return rows.flatMap((row) => {
    const figure = figureOf(row, kind);
    return figure ? questionOf(keyOf(kind, row.submission), row.name, all ? figure.findings : figure.findings.filter(asks), figure.comment) : [];
  });
}
