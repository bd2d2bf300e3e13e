// What stands around every page: the frame for who is signed in, nothing for who is about to be.

import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { Problem } from "../api/problems";
import { askMe } from "../api/session";
import { useLive } from "../live/context";
import { accountKey, known, me } from "../state/me";
import { useStore } from "../state/store";
import { Notices } from "../ui/Notices";
import { ErrorState, LoadingState } from "../ui/States";
import { Frame } from "./Frame";

const isOpen = (path: string): boolean => path === "/sign-in" || path.startsWith("/invitation/");

export function Root() {
  const open = useRouterState({ select: (state) => isOpen(state.location.pathname) });
  if (!open) return <SignedIn />;
  return (
    <>
      <Outlet />
      <Notices />
    </>
  );
}

function SignedIn() {
  const account = useStore(me)?.account ?? null;
  useLiveWhile(account);
  useOtherTabs(account);
  const { failed, ask } = useWho(account);
  if (account) return <Frame />;
  return failed ? <ErrorState error={failed} retry={ask} /> : <LoadingState />;
}

// Who has no session is asked to sign in, and comes back to this page.
function useWho(account: string | null) {
  const navigate = useNavigate();
  const [failed, setFailed] = useState<Error | null>(null);
  const ask = useCallback(() => {
    setFailed(null);
    askMe().then(known, (error: Error) => {
      if (!(error instanceof Problem && error.status === 401)) return setFailed(error);
      const { pathname, search } = window.location;
      void navigate({ to: "/sign-in", search: { to: pathname + search }, replace: true });
    });
  }, [navigate]);
  useEffect(() => {
    if (!account) ask();
  }, [account, ask]);
  return { failed, ask };
}

function useLiveWhile(account: string | null): void {
  const { connection } = useLive();
  useEffect(() => {
    if (!account) return;
    connection.start();
    return () => connection.stop();
  }, [account, connection]);
}

// The cookie is the browser's: when another tab signs in as somebody else, or signs out, this one must not go on in the old name.
function useOtherTabs(account: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!account) return;
    const changed = (event: StorageEvent) => {
      if (event.key !== accountKey || event.newValue === account) return;
      client.clear();
      window.location.reload();
    };
    window.addEventListener("storage", changed);
    return () => window.removeEventListener("storage", changed);
  }, [account, client]);
}
