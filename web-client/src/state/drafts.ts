// What somebody has typed and not sent: kept on this machine, one draft an account, subject and command, until it is sent or thrown away. Who
// signs in next on the same browser sees none of it.

import { me } from "./me";
import { local, readText, writeText } from "./storage";

export interface Draft<T> {
  values: T;
  began?: T | undefined; // what the fields held before anything was typed
  basedOn: number | null; // sequence that was shown when the typing began
  savedAt: string; // RFC 3339
  // The body last sent and its key: sending the same again after a break is then one command, not two.
  sent?: { body: string; key: string } | undefined;
}

const prefix = "luuvet.draft.";
const lifetimeDays = 60;

function startOf(subject: string): string {
  return `${prefix}${me.get()?.account ?? ""}@${subject}#`;
}

function keyOf(subject: string, command: string): string {
  return `${startOf(subject)}${command}`;
}

export function readDraft<T>(subject: string, command: string): Draft<T> | null {
  const text = readText(local, keyOf(subject, command));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft<T>;
  } catch {
    return null;
  }
}

export function saveDraft<T>(subject: string, command: string, draft: Draft<T>): boolean {
  return writeText(local, keyOf(subject, command), JSON.stringify(draft));
}

export function dropDraft(subject: string, command: string): void {
  writeText(local, keyOf(subject, command), null);
}

// Commands of the subject that have a draft.
export function draftsOf(subject: string): string[] {
  const start = startOf(subject);
  return storedKeys()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}

// The same body keeps its key; another body gets a new one.
export function keyFor(sent: Draft<unknown>["sent"], body: unknown, newKey: () => string): { body: string; key: string } {
  const text = JSON.stringify(body);
  return sent && sent.body === text ? sent : { body: text, key: newKey() };
}

export function dropOldDrafts(now: Date): void {
  const oldest = now.getTime() - lifetimeDays * 86_400_000;
  for (const key of storedKeys()) {
    if (!key.startsWith(prefix)) continue;
    try {
      const draft = JSON.parse(readText(local, key) ?? "") as Draft<unknown>;
      if (Date.parse(draft.savedAt) >= oldest) continue;
    } catch {
      // Unreadable: nobody can get anything out of it again.
    }
    writeText(local, key, null);
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(local());
  } catch {
    return [];
  }
}
