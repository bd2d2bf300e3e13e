// The live connection: one WebSocket that brings every record of the log, in order. After a break it asks for what came after the last one
// it saw, so nothing is missed and nothing comes twice; the records it hands on have strictly rising sequences.

import { controlName, isControl, sequenceOf, type ControlFrame, type LiveRecord } from "./record";

export type LiveState = "connecting" | "live" | "reconnecting" | "offline";

// The part of WebSocket that is used here; a test gives its own.
export interface Socket {
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: unknown) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface Surroundings {
  open(url: string): Socket;
  // Where the log stands now, over HTTP; rejects when the server cannot be reached.
  probe(): Promise<{ log: string; sequence: number }>;
  setTimer(action: () => void, milliseconds: number): number;
  clearTimer(timer: number): void;
  random(): number;
}

export interface Listener {
  onState(state: LiveState): void;
  onRecord(record: LiveRecord): void;
  // What was read before may lie behind what the connection brings from here on: read again.
  onReset(): void;
  // The session has ended: nothing is tried until it is told to hurry.
  onSignedOut(): void;
  // A connection is there: what was said over an earlier one is forgotten.
  onHello(): void;
  // Who else is at the record that was said to be looked at.
  onPresence(data: unknown): void;
}

const firstDelay = 500;
const longestDelay = 15_000;
const silenceLimit = 40_000; // the server says something every 15 s
const offlineAfter = 3; // failed attempts
const signedOut = 4003; // code of the close (asyncapi.yaml)
const lookingType = "vn.luuvet.live.looking.v1";

const codeOf = (event: unknown): number | undefined => (event as { code?: number } | null)?.code;

export class Connection {
  private socket: Socket | null = null;
  private state: LiveState = "connecting";
  private last: number | null = null;
  private log: string | null = null;
  private attempts = 0;
  private retry: number | null = null;
  private silence: number | null = null;
  private stopped = true;
  private greeted: Socket | null = null; // the socket that said hello
  private said = 0;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.stopped = false;
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    this.drop();
    if (this.retry !== null) this.surroundings.clearTimer(this.retry);
    this.retry = null;
  }

  // The browser is online again, or the person asks: no reason to wait out the delay.
  hurry(): void {
    if (this.stopped || this.socket !== null) return;
    if (this.retry !== null) this.surroundings.clearTimer(this.retry);
    this.connect();
  }

  // What this page has on the screen. False while there is no connection.
  say(looking: object): boolean {
    if (this.socket === null || this.socket !== this.greeted) return false;
    this.said += 1;
    this.socket.send(JSON.stringify({ specversion: "1.0", type: lookingType, id: String(this.said), source: "/client", data: looking }));
    return true;
  }

  private connect(): void {
    this.retry = null;
    const query = this.last === null ? "" : `?after=${this.last}${this.log ? `&log=${this.log}` : ""}`;
    const socket = this.surroundings.open(`/api/v1/live${query}`);
    let opened = false;
    this.socket = socket;
    socket.onopen = () => {
      opened = true;
      this.listen();
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.receive(String(event.data));
    };
    socket.onclose = (event) => {
      if (socket !== this.socket) return;
      if (codeOf(event) === signedOut) this.ended();
      else this.broken(opened);
    };
  }

  private receive(text: string): void {
    this.listen();
    const frame = JSON.parse(text) as LiveRecord | ControlFrame;
    if (isControl(frame)) return this.control(frame);
    const sequence = sequenceOf(frame);
    if (this.last !== null && sequence <= this.last) return;
    this.last = sequence;
    this.listener.onRecord(frame);
  }

  private control(frame: ControlFrame): void {
    const head = Number(frame.data?.head ?? 0);
    const name = controlName(frame);
    if (name === "presence") return this.listener.onPresence(frame.data);
    if (name === "hello") this.hello(frame.data?.log ?? null, head);
    // Complete up to there, even if a filter let nothing through.
    if (name === "caught-up" || name === "heartbeat") this.last = Math.max(this.last ?? 0, head);
    if (name === "caught-up") this.set("live");
  }

  private hello(log: string | null, head: number): void {
    const first = this.last === null;
    this.log = log;
    this.attempts = 0;
    this.greeted = this.socket;
    this.listener.onHello();
    if (first) {
      this.last = head;
      this.set("live");
      this.listener.onReset();
    }
  }

  private ended(): void {
    this.drop();
    this.set("reconnecting");
    this.listener.onSignedOut();
  }

  private broken(opened: boolean): void {
    this.drop();
    if (this.stopped) return;
    this.attempts += 1;
    this.set(this.attempts >= offlineAfter ? "offline" : "reconnecting");
    // A refused upgrade tells a browser nothing. Another log, or a position beyond its head, shows over HTTP.
    if (!opened) void this.compare();
    const ceiling = Math.min(longestDelay, firstDelay * 2 ** (this.attempts - 1));
    const delay = ceiling / 2 + (ceiling / 2) * this.surroundings.random();
    this.retry = this.surroundings.setTimer(() => this.connect(), delay);
  }

  private async compare(): Promise<void> {
    try {
      const now = await this.surroundings.probe();
      if (this.last === null || (now.log === this.log && now.sequence >= this.last)) return;
      this.last = null;
      this.log = null;
    } catch {
      // Out of reach altogether: the next attempt will tell.
    }
  }

  private listen(): void {
    if (this.silence !== null) this.surroundings.clearTimer(this.silence);
    this.silence = this.surroundings.setTimer(() => {
      if (this.socket) this.broken(true);
    }, silenceLimit);
  }

  private drop(): void {
    if (this.silence !== null) this.surroundings.clearTimer(this.silence);
    this.silence = null;
    const socket = this.socket;
    this.socket = null;
    this.greeted = null;
    socket?.close();
  }

  private set(state: LiveState): void {
    if (state === this.state) return;
    this.state = state;
    this.listener.onState(state);
  }
}
