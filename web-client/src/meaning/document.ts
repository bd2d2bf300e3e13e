import type { LuuDocument } from "../api/types";
import { formatDay } from "../format/date";
import { t } from "../i18n";

const shownAbstract = 90;

// "Kế hoạch 44/KH-UBND, 03/02/2026: Thực hiện Đề án 11 ..."
export function documentName(document: LuuDocument): string {
  const kind = t.documentKind[document.kind] ?? document.kind;
  const head = [kind, document.number ?? t.commands.document.noNumber].join(" ");
  const issued = document.issued_on ? `, ${formatDay(document.issued_on)}` : "";
  const abstract = document.abstract.length > shownAbstract ? `${document.abstract.slice(0, shownAbstract)}…` : document.abstract;
  return `${head}${issued}: ${abstract}`;
}

// "Kế hoạch 44/KH-UBND", or its abstract where it has no number.
export function documentShortName(document: LuuDocument): string {
  const kind = t.documentKind[document.kind] ?? document.kind;
  return document.number ? `${kind} ${document.number}` : document.abstract;
}
