// Signing in and out, and what belongs to oneself.

import type { DemoAccount, Me, Session, SignInOptions } from "./types";
import { call, pathOf } from "./client";
import { known } from "../state/me";

export interface Credentials {
  username: string;
  password: string;
}

export const signIn = (by: Credentials | { demo: string }): Promise<Me> => call<Me>("POST", "/session", by, true);

export const signInOptions = (): Promise<SignInOptions> => call<SignInOptions>("GET", "/sign-in-options", undefined, true);

// Where the browser goes to sign in through the provider; with `link`, to link the account that is signed in.
export const providerAddress = (to: string, link?: "link"): string => pathOf("/oidc/start", { to, link: link && "true" });

export const acceptInvitation = (secret: string, body: { username?: string; password: string }): Promise<Me> =>
  call<Me>("POST", `/invitations/${encodeURIComponent(secret)}`, body, true);

export const signOut = (): Promise<void> => call("DELETE", "/session", undefined, true);

// Asked at the first page, where a 401 only says that somebody has to sign in.
export const askMe = (): Promise<Me> => call<Me>("GET", "/me", undefined, true);

// Posts may have changed.
export async function readMeAgain(): Promise<void> {
  known(await call<Me>("GET", "/me"));
}

export const changePassword = (body: { old: string; new: string }): Promise<void> => call("POST", "/me/password", body);

export const ownSessions = async (): Promise<Session[]> => (await call<{ items: Session[] }>("GET", "/sessions")).items;

export const endSession = (id: string): Promise<void> => call("DELETE", `/sessions/${encodeURIComponent(id)}`);

export const demoAccounts = async (): Promise<DemoAccount[]> =>
  (await call<{ items: DemoAccount[] }>("GET", "/demo-accounts", undefined, true)).items;
