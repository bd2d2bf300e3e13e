// Wires the live connection to the pages: one for the whole page, started by main.

import type { QueryClient } from "@tanstack/react-query";
import { get } from "../api/client";
import type { Collections } from "../api/types";
import { Store } from "../state/store";
import { Connection, type LiveState, type Socket } from "./connection";
import { marks } from "./marks";
import { Sync } from "./sync";
import { ActGate } from "./touches";

export const liveState = new Store<LiveState>("connecting");

export interface Live {
  sync: Sync;
  connection: Connection;
}

const sweepEvery = 15_000;

function openSocket(path: string): Socket {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(url, "cloudevents.json") as unknown as Socket;
}

export function startLive(client: QueryClient): Live {
  const sync = new Sync(client, (id, minSequence) => get<Collections["tasks"]>(`/tasks/${id}`, { min_sequence: minSequence }), marks);
  const gate = new ActGate();
  const connection = new Connection(
    {
      open: openSocket,
      probe: () => get<{ log: string; sequence: number }>("/programmes", { limit: 1 }),
      setTimer: (action, milliseconds) => window.setTimeout(action, milliseconds),
      clearTimer: (timer) => window.clearTimeout(timer),
      random: Math.random,
    },
    {
      onState: (state) => liveState.set(state),
      onRecord: (record) => gate.pass(record).forEach((ready) => sync.receive(ready)),
      onReset: () => sync.reset(),
    },
  );
  connection.start();
  window.addEventListener("online", () => connection.hurry());
  window.setInterval(() => marks.sweep(), sweepEvery);
  return { sync, connection };
}
