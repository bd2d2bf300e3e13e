// A handover that was written, kept on this machine until its minutes are printed and put away.

import { dropDraft, readDraft, saveDraft } from "../../state/drafts";

export interface HandoverRecord {
  agency: string;
  from: string; // account
  to: string; // account
  on: string; // "2026-05-01"
  document: string | null; // id of a registered one
  note: string;
  ids: string[]; // of the assignments
  first: number; // sequence of the act's first record
}

const subjectOf = (agency: string) => `agency/${agency}`;
const command = "hand-over-minutes";

export function keepRecord(record: HandoverRecord): void {
  saveDraft(subjectOf(record.agency), command, { values: record, basedOn: null, savedAt: new Date().toISOString() });
}

export function keptRecord(agency: string): HandoverRecord | null {
  return readDraft<HandoverRecord>(subjectOf(agency), command)?.values ?? null;
}

export function dropRecord(agency: string): void {
  dropDraft(subjectOf(agency), command);
}
