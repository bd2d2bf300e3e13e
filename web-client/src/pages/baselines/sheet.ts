// A filled-in sheet of baselines: which rows of the table its rows fill, what was refused and what is to be looked at.

import type { BaselineDifferenceItem, Indicator } from "../../api/types";
import { findingText } from "../../meaning/figures";
import { cellsOf, type Cells } from "./model";

export type CellsByRow = Readonly<Record<string, Partial<Cells>>>; // by indicator

export interface SheetRead {
  cells: CellsByRow;
  taken: number;
  refused: BaselineDifferenceItem[];
  questioned: BaselineDifferenceItem[]; // taken, with what the checks say of them
}

// What says again what stands is passed over. A refused row that could be read goes in as well, to be mended there.
export function readSheet(rows: readonly Indicator[], items: readonly BaselineDifferenceItem[]): SheetRead {
  const shown = new Set(rows.map((row) => `indicator/${row.id}`));
  const cells: Record<string, Partial<Cells>> = {};
  const read: SheetRead = { cells, taken: 0, refused: [], questioned: [] };
  for (const one of items) {
    if (one.outcome === "unchanged") continue;
    if (one.item && shown.has(one.subject)) cells[one.subject.slice("indicator/".length)] = cellsOf(one.item);
    if (one.outcome === "refused") {
      read.refused.push(one);
      continue;
    }
    if (!shown.has(one.subject)) continue;
    read.taken += 1;
    if (one.findings.length > 0) read.questioned.push(one);
  }
  return read;
}

// "Dòng 7 của tệp: Mở rộng phủ sóng 5G: Không có văn bản “99/QĐ”."
export function sheetLine(item: BaselineDifferenceItem, name: string, rowWords: (row: number) => string): string {
  const findings = item.outcome === "refused" ? [] : item.findings.map(findingText);
  const errors = item.errors.map((error) => error.detail).filter((detail) => detail !== item.detail);
  return [item.row !== null && rowWords(item.row), name, item.detail, ...errors, ...findings].filter(Boolean).join(": ");
}
