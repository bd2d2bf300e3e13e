// The document of an opening state as a cell: kept as the id once what is typed names a registered document, as "sau 01/12/2026" where it
// comes later, else as the letters typed so far.

import { useMemo } from "react";
import type { DocumentRef, LuuDocument } from "../api/types";
import { formatDay, parseDay } from "../format/date";
import { t } from "../i18n";
import { fold } from "../meaning/fold";
import { documentName } from "../meaning/document";

const later = /^\s*(?:bổ sung |bo sung |bs )?(?:sau|later)\s+(.+)$/i;

// The day by which the document will be added; null when the text does not say so.
export function laterDay(text: string): string | null {
  const day = later.exec(text)?.[1];
  return day === undefined ? null : parseDay(day);
}

export function laterText(day: string): string {
  return t.registers.opening.later(formatDay(day));
}

export function cellOfRef(ref: DocumentRef | null | undefined): string {
  if (ref === null || ref === undefined) return "";
  return typeof ref === "string" ? ref : laterText(ref.later);
}

export function refOfCell(cell: string): DocumentRef | null {
  const text = cell.trim();
  const day = laterDay(text);
  if (day !== null) return { later: day };
  return text === "" ? null : text;
}

export interface BookEntry {
  id: string;
  label: string; // its number, with more where two have the same; its abstract where it has none
  name: string;
}

const shownAbstract = 60;

export class DocumentBook {
  readonly entries: readonly BookEntry[];
  private readonly byId: ReadonlyMap<string, BookEntry>;
  private readonly byLabel: ReadonlyMap<string, BookEntry>;

  constructor(documents: readonly LuuDocument[]) {
    const counts = new Map<string, number>();
    for (const document of documents) counts.set(plainLabel(document), (counts.get(plainLabel(document)) ?? 0) + 1);
    this.entries = documents.map((document) => {
      const plain = plainLabel(document);
      return {
        id: document.id,
        label: (counts.get(plain) ?? 0) > 1 ? `${plain} (${document.issuer})` : plain,
        name: documentName(document),
      };
    });
    this.byId = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.byLabel = new Map(this.entries.map((entry) => [fold(entry.label), entry]));
  }

  // What stands in the field for a cell.
  shown(cell: string): string {
    return this.byId.get(cell)?.label ?? cell;
  }

  name(cell: string): string {
    return this.byId.get(cell)?.name ?? cell;
  }

  // The cell for what was typed or pasted.
  cell(typed: string): string {
    return this.byLabel.get(fold(typed))?.id ?? typed;
  }

  // Whether the cell can be sent.
  knows(cell: string): boolean {
    return cell.trim() === "" || this.byId.has(cell) || laterDay(cell) !== null;
  }
}

function plainLabel(document: LuuDocument): string {
  return document.number ?? document.abstract.slice(0, shownAbstract);
}

export function useDocumentBook(documents: readonly LuuDocument[]): DocumentBook {
  return useMemo(() => new DocumentBook(documents), [documents]);
}
