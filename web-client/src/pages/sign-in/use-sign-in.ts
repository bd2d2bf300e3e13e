// Trying to sign in: one message for every failure, and the seconds to wait counted down.

import { useEffect, useState } from "react";
import { Problem, Unreachable } from "../../api/problems";
import type { Me } from "../../api/types";
import { t } from "../../i18n";
import { entered } from "../../state/me";

export interface SignInTry {
  message: string | null;
  waiting: number; // seconds
  sending: boolean;
  run: (ask: () => Promise<Me>) => Promise<boolean>; // whether one is in
}

function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return t.people.signIn.unreachable;
  if (!(error instanceof Problem)) return String(error);
  return error.body.errors?.map((fault) => fault.detail).join(" ") || error.message;
}

export function useSignIn(): SignInTry {
  const [message, setMessage] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [waiting, wait] = useCountdown();
  const run = async (ask: () => Promise<Me>) => {
    setMessage(null);
    setSending(true);
    try {
      entered(await ask());
      return true;
    } catch (error) {
      const seconds = error instanceof Problem && error.status === 429 ? error.retryAfterSeconds : null;
      if (seconds) wait(seconds);
      else setMessage(wordsFor(error));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { message, waiting, sending, run };
}
