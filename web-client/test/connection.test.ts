import { beforeEach, describe, expect, it } from "vitest";
import { Connection, type LiveState, type Socket } from "../src/live/connection";

class FakeSocket implements Socket {
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: unknown) => void) | null = null;
  closed = false;
  sent: string[] = [];
  constructor(readonly url: string) {}
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
  }
  frame(value: unknown): void {
    this.onmessage?.({ data: JSON.stringify(value) });
  }
  hello(head: number, log = "aa"): void {
    this.onopen?.({});
    this.frame({ type: "vn.luuvet.live.hello.v1", data: { log, head } });
  }
  caughtUp(head: number): void {
    this.frame({ type: "vn.luuvet.live.caught-up.v1", data: { head } });
  }
  record(id: number): void {
    this.frame({ id: String(id), type: "vn.luuvet.task.amended.v1", subject: "task/a", data: {} });
  }
}

class World {
  sockets: FakeSocket[] = [];
  timers = new Map<number, { action: () => void; after: number }>();
  states: LiveState[] = [];
  records: string[] = [];
  resets = 0;
  signedOut = 0;
  hellos = 0;
  presence: unknown[] = [];
  where = { log: "aa", sequence: 100 };
  reachable = true;
  private lastTimer = 0;
  connection = new Connection(
    {
      open: (url) => {
        const socket = new FakeSocket(url);
        this.sockets.push(socket);
        return socket;
      },
      probe: () => (this.reachable ? Promise.resolve(this.where) : Promise.reject(new Error("unreachable"))),
      setTimer: (action, after) => {
        this.lastTimer += 1;
        this.timers.set(this.lastTimer, { action, after });
        return this.lastTimer;
      },
      clearTimer: (timer) => void this.timers.delete(timer),
      random: () => 1,
    },
    {
      onState: (state) => this.states.push(state),
      onRecord: (record) => this.records.push(record.id),
      onReset: () => (this.resets += 1),
      onSignedOut: () => (this.signedOut += 1),
      onHello: () => (this.hellos += 1),
      onPresence: (data) => this.presence.push(data),
    },
  );
  get socket(): FakeSocket {
    return this.sockets.at(-1) as FakeSocket;
  }
  // Fires the timer that waits longest or shortest.
  fire(choose: "shortest" | "longest"): number {
    const sorted = [...this.timers].sort((left, right) => left[1].after - right[1].after);
    const [id, timer] = (choose === "shortest" ? sorted[0] : sorted.at(-1)) as [number, { action: () => void; after: number }];
    this.timers.delete(id);
    timer.action();
    return timer.after;
  }
}

describe("the live connection", () => {
  let world: World;
  beforeEach(() => {
    world = new World();
    world.connection.start();
  });

  it("starts from now and has everything read again once", () => {
    expect(world.socket.url).toBe("/api/v1/live");
    world.socket.hello(100);
    expect(world.states).toEqual(["live"]);
    expect(world.resets).toBe(1);
  });

  it("resumes after the last record, without gap or double", () => {
    world.socket.hello(100);
    world.socket.record(101);
    world.socket.record(102);
    world.socket.onclose?.({});
    expect(world.states.at(-1)).toBe("reconnecting");
    world.fire("shortest");
    expect(world.socket.url).toBe("/api/v1/live?after=102&log=aa");
    world.socket.hello(103);
    expect(world.states.at(-1)).toBe("reconnecting");
    world.socket.record(102);
    world.socket.record(103);
    world.socket.caughtUp(103);
    expect(world.records).toEqual(["101", "102", "103"]);
    expect(world.resets).toBe(1);
    expect(world.states.at(-1)).toBe("live");
  });

  it("says when the session has ended, waits, and resumes when told", () => {
    world.socket.hello(100);
    world.socket.record(101);
    world.socket.onclose?.({ code: 4003 });
    expect(world.signedOut).toBe(1);
    expect(world.timers.size).toBe(0);
    world.connection.hurry();
    expect(world.sockets.length).toBe(2);
    expect(world.socket.url).toBe("/api/v1/live?after=101&log=aa");
  });

  it("says what it looks at once it is greeted, on this connection", () => {
    expect(world.connection.say({ subject: "task/a" })).toBe(false);
    world.socket.hello(100);
    expect(world.hellos).toBe(1);
    expect(world.connection.say({ subject: "task/a" })).toBe(true);
    expect(JSON.parse(world.socket.sent[0] ?? "")).toEqual({
      specversion: "1.0",
      type: "vn.luuvet.live.looking.v1",
      id: "1",
      source: "/client",
      data: { subject: "task/a" },
    });
    world.socket.onclose?.({});
    expect(world.connection.say({ subject: "task/a" })).toBe(false);
    world.fire("shortest");
    expect(world.connection.say({ subject: "task/a" })).toBe(false);
    world.socket.hello(100);
    expect(world.hellos).toBe(2);
    expect(world.connection.say({ subject: "task/a" })).toBe(true);
  });

  it("hands on who else looks, and its place stays where it was", () => {
    world.socket.hello(100);
    world.socket.frame({ id: "x.0-900", type: "vn.luuvet.live.presence.v1", data: { subject: "task/a", people: [], more: 0 } });
    expect(world.presence).toEqual([{ subject: "task/a", people: [], more: 0 }]);
    world.socket.onclose?.({});
    world.fire("shortest");
    expect(world.socket.url).toBe("/api/v1/live?after=100&log=aa");
  });

  it("takes a heartbeat's head as its own place", () => {
    world.socket.hello(100);
    world.socket.frame({ type: "vn.luuvet.live.heartbeat.v1", data: { head: 140 } });
    world.socket.onclose?.({});
    world.fire("shortest");
    expect(world.socket.url).toContain("after=140");
  });

  it("waits longer each time, says offline after three, and hurries when asked", () => {
    world.socket.hello(100);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      world.socket.onclose?.({});
      waits.push(world.fire("shortest"));
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000]);
    expect(world.states.at(-1)).toBe("offline");
    world.socket.onclose?.({});
    const opened = world.sockets.length;
    world.connection.hurry();
    expect(world.sockets).toHaveLength(opened + 1);
    expect(world.timers.size).toBe(0);
  });

  it("gives up a silent socket", () => {
    world.socket.hello(100);
    const silent = world.socket;
    expect(world.fire("longest")).toBe(40_000);
    expect(silent.closed).toBe(true);
    expect(world.states.at(-1)).toBe("reconnecting");
    silent.record(101);
    expect(world.records).toEqual([]);
  });

  it.each([
    ["another log", { log: "bb", sequence: 500 }],
    ["a log that ends earlier", { log: "aa", sequence: 50 }],
  ])("begins anew on %s", async (_name, where) => {
    world.socket.hello(100);
    world.socket.onclose?.({});
    world.fire("shortest");
    world.where = where;
    world.socket.onclose?.({});
    await Promise.resolve();
    await Promise.resolve();
    world.fire("shortest");
    expect(world.socket.url).toBe("/api/v1/live");
    world.socket.hello(where.sequence, where.log);
    expect(world.resets).toBe(2);
  });

  it("stops for good", () => {
    world.socket.hello(100);
    world.connection.stop();
    expect(world.socket.closed).toBe(true);
    expect(world.timers.size).toBe(0);
    world.connection.hurry();
    expect(world.sockets).toHaveLength(1);
  });
});
