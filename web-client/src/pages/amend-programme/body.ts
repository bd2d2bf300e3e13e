// The whole amendment as it would be sent, or what is wrong where.

import type { AmendmentItem, Task } from "../../api/types";
import { Fault, wireValue } from "../../forms/convert";
import type { Option } from "../../forms/spec";
import { documentField } from "../../forms/specs/task";
import { t } from "../../i18n";
import { collisionsOf, fieldsOf, itemOf, type Amendment, type RowFaults } from "./model";

export interface AmendmentBody {
  programme: string;
  document: unknown;
  items: AmendmentItem[];
}

export interface MadeBody {
  body: AmendmentBody;
  rows: Record<string, RowFaults>; // by key, only those with faults
  document: string | null;
}

function documentOf(amendment: Amendment): { value: unknown; fault: string | null } {
  try {
    const value = wireValue(documentField, { document: amendment.document });
    return { value, fault: value === undefined ? t.common.required : null };
  } catch (error) {
    return { value: undefined, fault: error instanceof Fault ? error.message : String(error) };
  }
}

export function bodyOfAmendment(
  programme: string,
  amendment: Amendment,
  tasks: ReadonlyMap<string, Task>,
  groups: readonly Option[],
): MadeBody {
  const rows: Record<string, RowFaults> = {};
  const items = amendment.rows.map((row) => {
    const task = row.task ? (tasks.get(row.task) ?? null) : null;
    const made = itemOf(row, task, fieldsOf(row, task, groups));
    const faults: RowFaults = { ...made.faults };
    if (collisionsOf(row, task).length > 0) faults[""] = t.commands.conflict.decide;
    if (Object.keys(faults).length > 0) rows[row.key] = faults;
    return made.item;
  });
  const document = documentOf(amendment);
  return { body: { programme, document: document.value, items }, rows, document: document.fault };
}
