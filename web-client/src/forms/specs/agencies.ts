// Commands on the life of agencies.

import type { Agency } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import type { AgencyCommandId } from "../../meaning/command-ids";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";

const words = t.bodies;
const label = (name: string): string => words.fields[name] ?? name;

const documentField: FieldSpec = { name: "document", kind: "document", label: label("document"), required: true };
const shortName: FieldSpec = { name: "short_name", kind: "line", label: label("short_name") };
const optionsOf = (vocabulary: Record<string, string>) => Object.entries(vocabulary).map(([value, text]) => ({ value, label: text }));

function dayField(name: "from_date" | "on"): FieldSpec {
  return { name, kind: "date", label: label(name), hint: words.dateHint, required: true, notAfter: todayInVietnam() };
}

function spec(id: AgencyCommandId, path: string, subject: string, fields: readonly FieldSpec[], initial: FormValues): CommandSpec {
  return { id, title: t.commands.names[id], fields, initial, path, subject, subjects: [subject], basedOn: undefined };
}

export function foundAgencySpec(): CommandSpec {
  const fields: FieldSpec[] = [
    { name: "name", kind: "line", label: label("name"), required: true },
    shortName,
    { name: "id", kind: "line", label: label("id"), hint: words.idHint, required: true },
    { name: "aliases", kind: "names", label: label("aliases") },
    { name: "kind", kind: "select", label: label("kind"), required: true, options: optionsOf(t.agencyKind) },
    { name: "province", kind: "select", label: label("province"), required: true, options: optionsOf(t.province) },
    { name: "parent", kind: "agency", label: label("parent") },
    dayField("from_date"),
    documentField,
  ];
  const initial = {
    name: "",
    short_name: "",
    id: "",
    aliases: "",
    kind: "department",
    province: "lao-cai",
    parent: null,
    from_date: formatDay(todayInVietnam()),
    document: null,
  };
  return spec("found-agency", "/agencies", "agency/", fields, initial);
}

export function renameAgencySpec(agency: Agency): CommandSpec {
  const fields: FieldSpec[] = [
    { name: "name", kind: "line", label: label("name"), required: true },
    shortName,
    dayField("from_date"),
    documentField,
  ];
  const initial = { name: agency.name, short_name: agency.short_name ?? "", from_date: formatDay(todayInVietnam()), document: null };
  const made = spec("rename-agency", `/agencies/${agency.id}/rename`, `agency/${agency.id}`, fields, initial);
  return { ...made, basedOn: agency.sequence };
}

export function dissolveAgencySpec(agency: Agency): CommandSpec {
  const fields: FieldSpec[] = [
    dayField("on"),
    documentField,
    { name: "reason", kind: "text", label: label("reason"), rows: 2 },
  ];
  const initial = { on: formatDay(todayInVietnam()), document: null, reason: "" };
  const made = spec("dissolve-agency", `/agencies/${agency.id}/dissolve`, `agency/${agency.id}`, fields, initial);
  return { ...made, basedOn: agency.sequence };
}

export const mergeFields = (agency: Agency): readonly FieldSpec[] => [
  { name: "into", kind: "agency", not: agency.id, label: label("into"), required: true },
  dayField("from_date"),
  documentField,
];
