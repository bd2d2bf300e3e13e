// Who is signed in at this browser. Null: nobody, or not yet asked.

import type { FailedSignIn, Me } from "../api/types";
import { local, readText, session, writeText } from "./storage";
import { Store } from "./store";

export const me = new Store<Me | null>(null);

// The session has ended while somebody works: the page stays, and asks to sign in again.
export const sessionLost = new Store<boolean>(false);

// Told at the sign-in alone; the tab keeps it until it is closed.
const failedKey = "luuvet.failed-sign-ins";
export const failedSignIns = new Store<readonly FailedSignIn[]>(readFailed());
export const failedAreNew = new Store<boolean>(false);

function readFailed(): FailedSignIn[] {
  try {
    return JSON.parse(readText(session, failedKey) ?? "[]") as FailedSignIn[];
  } catch {
    return [];
  }
}

// Which account this browser's cookie belongs to: other tabs notice when it changes.
export const accountKey = "luuvet.account";

// What /me answers.
export function known(next: Me): void {
  me.set(next);
  sessionLost.set(false);
  writeText(local, accountKey, next.account);
}

// The answer of a sign-in.
export function entered(next: Me): void {
  writeText(session, failedKey, JSON.stringify(next.failed_sign_ins));
  failedSignIns.set(next.failed_sign_ins);
  failedAreNew.set(next.failed_sign_ins.length > 0);
  known(next);
}

export function left(): void {
  writeText(session, failedKey, null);
  writeText(local, accountKey, null);
}
