import type { LuuDocument, Programme } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import type { CommandSpec, FieldSpec, FormValues } from "../spec";
import { documentField, label, planFields, planValues } from "./task";

// `place`: of the file among the uploads.
function documentFields(place: string, hint: string): FieldSpec[] {
  const kinds = Object.entries(t.documentKind).map(([value, text]) => ({ value, label: text }));
  return [
    { name: "kind", kind: "select", label: label("kind"), required: true, options: kinds },
    { name: "number", kind: "line", label: label("number"), hint: t.commands.hints.number },
    { name: "issued_on", kind: "date", label: label("issued_on"), notAfter: todayInVietnam() },
    { name: "issuer", kind: "line", label: label("issuer"), required: true },
    { name: "abstract", kind: "text", label: label("abstract"), required: true },
    { name: "signer_title", kind: "line", label: label("signer_title") },
    { name: "file", kind: "file", label: t.files.file, hint, place },
  ];
}

export function amendDocumentSpec(document: LuuDocument): CommandSpec {
  const subject = `document/${document.id}`;
  return {
    id: "amend-document",
    title: t.commands.names["amend-document"],
    fields: [...documentFields(subject, document.file ? `${t.files.hint} ${t.files.hintReplace}` : t.files.hint), { name: "reason", kind: "text", label: label("reason"), required: true, rows: 2 }],
    initial: {
      kind: document.kind,
      number: document.number ?? "",
      issued_on: document.issued_on ? formatDay(document.issued_on) : "",
      issuer: document.issuer,
      abstract: document.abstract,
      signer_title: document.signer_title ?? "",
      file: null,
      reason: "",
    },
    path: `/documents/${document.id}/amend`,
    subject,
    subjects: [subject],
    basedOn: document.sequence,
    beside: ["reason"],
  };
}

export const documentPlace = "documents"; // of its file among the uploads

// `known`: what the form begins with.
export function registerDocumentSpec(known: FormValues = {}): CommandSpec {
  return {
    id: "register-document",
    title: t.commands.names["register-document"],
    fields: documentFields(documentPlace, t.files.hint),
    initial: { kind: "decision", number: "", issued_on: "", issuer: "", abstract: "", signer_title: "", file: null, ...known },
    path: "/documents",
    subject: "documents",
    subjects: ["document/"],
    basedOn: undefined,
  };
}

export function registerTaskSpec(programme: Programme): CommandSpec {
  const fields: FieldSpec[] = [
    { name: "programme", kind: "fixed", label: label("programme"), value: programme.id },
    ...planFields(null),
    documentField,
  ];
  return {
    id: "register-task",
    title: t.commands.names["register-task"],
    fields,
    initial: { ...planValues(null), document: null },
    path: "/tasks",
    subject: `programme/${programme.id}`,
    subjects: ["task/"],
    basedOn: undefined,
  };
}
