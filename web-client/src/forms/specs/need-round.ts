// Opening and closing a round of restated needs.

import type { Programme } from "../../api/types";
import { t } from "../../i18n";
import type { MoneyCommandId } from "../../meaning/command-ids";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";

const label = (name: string): string => t.money.fields[name] ?? name;
const document = (required: boolean): FieldSpec => ({ name: "document", kind: "document", label: label("document"), required });

function roundSpec(id: MoneyCommandId, programme: Programme, fields: readonly FieldSpec[], initial: FormValues): CommandSpec {
  const subject = `programme/${programme.id}`;
  const path = `/programmes/${programme.id}/${id}`;
  return { id, title: t.commands.names[id], fields, initial, path, subject, subjects: [subject], basedOn: programme.sequence, concerns: () => false };
}

export function openRoundSpec(programme: Programme): CommandSpec {
  const due: FieldSpec = { name: "due", kind: "date", label: label("due"), required: true };
  return roundSpec("open-need-round", programme, [due, document(true)], { due: "", document: null });
}

export function closeRoundSpec(programme: Programme): CommandSpec {
  return roundSpec("close-need-round", programme, [document(false)], { document: null });
}
