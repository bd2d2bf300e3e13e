// Wires the live connection to the pages: one for the whole page, started when somebody is signed in.

import type { QueryClient } from "@tanstack/react-query";
import { get } from "../api/client";
import type { Collections } from "../api/types";
import { actingFor } from "../state/acting-for";
import { me, sessionLost } from "../state/me";
import { Store } from "../state/store";
import { readMeAgain } from "../api/session";
import { Connection, type LiveState, type Socket } from "./connection";
import { marks } from "./marks";
import { Presence, type Others } from "./presence";
import type { LiveRecord } from "./record";
import { Sync } from "./sync";
import { ActGate } from "./touches";

export const liveState = new Store<LiveState>("connecting");

export interface Live {
  sync: Sync;
  connection: Connection;
  presence: Presence;
}

// A post that I hold, or am put into: what I may do has changed.
function concernsMe(record: LiveRecord): boolean {
  const who = me.get();
  if (!who || !record.subject.startsWith("post/")) return false;
  const held = who.agencies.flatMap((one) => one.posts.map((post) => `post/${post.post}`));
  return record.data["account"] === who.account || held.includes(record.subject);
}

const sweepEvery = 15_000;
const setTimer = (action: () => void, milliseconds: number): number => window.setTimeout(action, milliseconds);
const clearTimer = (timer: number): void => window.clearTimeout(timer);

function startPresence(say: (looking: object) => boolean): Presence {
  const presence = new Presence({
    say,
    visible: () => document.visibilityState === "visible",
    agency: () => actingFor.get(),
    now: () => performance.now(),
    setTimer,
    clearTimer,
  });
  document.addEventListener("visibilitychange", () => presence.changed());
  actingFor.subscribe(() => presence.changed());
  return presence;
}

function openSocket(path: string): Socket {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(url, "cloudevents.json") as unknown as Socket;
}

export function startLive(client: QueryClient): Live {
  const sync = new Sync(client, (id, minSequence) => get<Collections["tasks"]>(`/tasks/${id}`, { min_sequence: minSequence }), marks);
  const gate = new ActGate();
  const presence = startPresence((looking) => connection.say(looking));
  const connection = new Connection(
    {
      open: openSocket,
      probe: () => get<{ log: string; sequence: number }>("/programmes", { limit: 1 }),
      setTimer,
      clearTimer,
      random: Math.random,
    },
    {
      onState: (state) => {
        liveState.set(state);
        if (state !== "live") presence.disconnected();
      },
      onRecord: (record) => {
        gate.pass(record).forEach((ready) => sync.receive(ready));
        if (concernsMe(record)) void readMeAgain().catch(() => undefined); // a later record, or the next page, asks again
      },
      onReset: () => sync.reset(),
      onSignedOut: () => sessionLost.set(true),
      onHello: () => presence.connected(),
      onPresence: (others) => presence.receive(others as Others),
    },
  );
  window.addEventListener("online", () => connection.hurry());
  window.setInterval(() => marks.sweep(), sweepEvery);
  return { sync, connection, presence };
}
