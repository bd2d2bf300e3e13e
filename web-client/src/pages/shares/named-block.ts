// A block of Excel whose first column names agencies goes to the rows of these, in whatever order it has them.

import type { Agency } from "../../api/types";
import { paste, type Pasted } from "../../grid/sheet";
import { readNumber } from "../../format/number";
import { t } from "../../i18n";
import { fold } from "../../meaning/fold";
import type { Edit, Edits, ShareRow, ShareSheet, Year } from "./model";

type Block = readonly (readonly string[])[];
export type NamesOf = (agency: string) => readonly string[];

export const namesOfAgency = (agency: Agency | undefined): string[] =>
  agency ? [agency.name, ...(agency.short_name ? [agency.short_name] : []), ...agency.aliases] : [];

const plain = (name: string): string => fold(name).replace(/\s+/g, " ").trim();

// Whether one column of the block names agencies: the first, or the second where the first numbers the lines.
export function nameColumn(block: Block): number | null {
  const isName = (text: string | undefined) => text !== undefined && text.trim() !== "" && readNumber(text).kind === "bad";
  const column = [0, 1].find((at) => block.filter((line) => isName(line[at])).length * 2 > block.length);
  return column === undefined || (block[0]?.length ?? 0) < column + 2 ? null : column;
}

// Null: no column names agencies, and the block goes where it was put.
export function pasteNamed(sheet: ShareSheet, edits: Edits, rows: readonly ShareRow[], year: Year, block: Block, namesOf: NamesOf): Pasted<Year, Edit> | null {
  const column = nameColumn(block);
  if (column === null) return null;
  const places = new Map(rows.flatMap((row, at) => [row.name, row.short, ...namesOf(row.agency)].map((name) => [plain(name), at] as const)));
  const all: Pasted<Year, Edit> = { edits, rows: 0, cells: 0, refused: [] };
  block.forEach((line, at) => {
    const name = line[column]?.trim() ?? "";
    if (name === "") return;
    const row = places.get(plain(name));
    if (row === undefined) {
      all.refused.push({ row: at, key: null, column: null, text: name, why: t.shares.unknownName });
      return;
    }
    const one = paste(sheet, all.edits, rows, { row, column: year }, [line.slice(column + 1)]);
    all.edits = one.edits;
    all.rows += one.rows;
    all.cells += one.cells;
    all.refused.push(...one.refused);
  });
  return all;
}
