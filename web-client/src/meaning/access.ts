// A row of the access log in words.

import type { AccessRow } from "../api/types";
import { formatDay } from "../format/date";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { systemActor } from "./person";

const words = t.access;
const begins = "vn.luuvet.access.";

// "vn.luuvet.access.signed-in.v1" is "signed-in".
export function accessKind(row: AccessRow): string {
  return row.type.slice(begins.length, row.type.lastIndexOf("."));
}

export const accessType = (kind: string): string => begins + kind;

export function kindText(kind: string): string {
  return words.kinds[kind] ?? kind;
}

// Who did it, where that is somebody else than whose row it is.
function byOther(row: AccessRow, nameOf: (account: string) => string): string | null {
  if (row.actor === null || row.actor === row.account || row.actor === systemActor) return null;
  return words.by(nameOf(row.actor));
}

function counted(row: AccessRow): string | null {
  if (row.count === null) return null;
  const kind = accessKind(row);
  if (kind === "lost" || kind === "log-pruned") return words.rows(formatNumber(row.count));
  return row.count > 1 ? words.times(formatNumber(row.count)) : null;
}

// What else there is to say of a row, beside what was read.
export function detailText(row: AccessRow, nameOf: (account: string) => string): string {
  const parts = [
    row.how && words.hows[row.how],
    row.cause && words.causes[row.cause],
    byOther(row, nameOf),
    row.items !== null && words.items(formatNumber(row.items)),
    row.method && `${row.method} ${row.path ?? ""}`,
    accessKind(row) === "token-used" && row.token !== null && words.token(row.token),
    row.before && words.pruned(formatDay(row.before)),
    counted(row),
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join(", ");
}
