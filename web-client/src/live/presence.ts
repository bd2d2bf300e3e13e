// Who looks at what: says over the live connection which record is on the screen and which field somebody types in, and keeps who else is at
// the same record. Nothing is said while the page is hidden; the server forgets who does not repeat it.

export interface PersonPresent {
  account: string;
  name: string;
  agency: string; // id
  field: string | null; // of the open form: "report-progress.percent", "comment"
  typing: boolean;
  since: string; // at this record
}

export interface Others {
  subject: string;
  people: readonly PersonPresent[];
  more: number; // that are not named
}

export interface Looking {
  subject: string | null;
  field: string | null;
  typing: boolean;
  agency: string | null; // acted for
}

export interface PresenceSurroundings {
  // False: there is no open connection.
  say(looking: Looking): boolean;
  visible(): boolean;
  agency(): string | null;
  now(): number; // milliseconds
  setTimer(action: () => void, milliseconds: number): number;
  clearTimer(timer: number): void;
}

const repeatEvery = 5_000;
const gatherFor = 50; // a page that follows another says one thing
const leastGap = 600; // the server takes two a second
const typingFor = 10_000; // after the last key

const same = (left: Looking | null, right: Looking): boolean =>
  left !== null &&
  left.subject === right.subject &&
  left.field === right.field &&
  left.typing === right.typing &&
  left.agency === right.agency;

export class Presence {
  private subject: string | null = null;
  private field: string | null = null;
  private typedAt = -Infinity;
  private told: Looking | null = null; // null: nothing on this connection
  private toldAt = -Infinity;
  private timer: number | null = null;
  private dueAt = 0; // when the timer fires
  private shown: Others | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly surroundings: PresenceSurroundings) {}

  // The record is on the screen, until what is answered is called.
  look(subject: string): () => void {
    this.subject = subject;
    this.show(null);
    this.changed();
    return () => {
      if (this.subject !== subject) return;
      this.subject = null;
      this.field = null;
      this.show(null);
      this.changed();
    };
  }

  enter(field: string): void {
    if (this.field !== field) this.typedAt = -Infinity;
    this.field = field;
    this.changed();
  }

  typed(field: string): void {
    this.field = field;
    this.typedAt = this.surroundings.now();
    this.changed();
  }

  leave(field: string): void {
    if (this.field !== field) return;
    this.field = null;
    this.changed();
  }

  // Something that is said may have changed: the agency acted for, whether the page is visible.
  changed(): void {
    if (same(this.told, this.current()) && this.timer !== null) return;
    if (this.told === null && this.subject === null) return;
    this.plan(Math.max(gatherFor, this.toldAt + leastGap - this.surroundings.now()));
  }

  // A new connection knows nothing yet.
  connected(): void {
    this.told = null;
    this.changed();
  }

  disconnected(): void {
    this.told = null;
    this.show(null);
  }

  receive(others: Others): void {
    if (others.subject === this.subject) this.show(others);
  }

  readonly others = (): Others | null => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private current(): Looking {
    const typing = this.field !== null && this.surroundings.now() - this.typedAt < typingFor;
    return { subject: this.subject, field: this.field, typing, agency: this.surroundings.agency() };
  }

  private plan(delay: number): void {
    const at = this.surroundings.now() + delay;
    if (this.timer !== null && this.dueAt <= at) return;
    if (this.timer !== null) this.surroundings.clearTimer(this.timer);
    this.dueAt = at;
    this.timer = this.surroundings.setTimer(() => {
      this.timer = null;
      this.tell();
    }, delay);
  }

  private tell(): void {
    if (!this.surroundings.visible()) return;
    const current = this.current();
    if (!this.surroundings.say(current)) return;
    this.told = current;
    this.toldAt = this.surroundings.now();
    if (current.subject !== null) this.plan(repeatEvery);
  }

  private show(others: Others | null): void {
    if (others === this.shown) return;
    this.shown = others;
    for (const listener of this.listeners) listener();
  }
}
