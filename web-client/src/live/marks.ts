// "Vừa cập nhật": what somebody else changed while this page was open. A mark goes when the thing is opened, or after its time.

import { useSyncExternalStore } from "react";

export interface Mark {
  agency: string;
  at: number; // milliseconds
  sequence: number;
}

const lifetime = 120_000;

export class Marks {
  private marks = new Map<string, Mark>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly now: () => number = Date.now) {}

  add(subject: string, mark: Omit<Mark, "at">): void {
    this.marks = new Map(this.marks).set(subject, { ...mark, at: this.now() });
    this.tell();
  }

  clear(subject: string): void {
    if (!this.marks.has(subject)) return;
    this.marks = new Map(this.marks);
    this.marks.delete(subject);
    this.tell();
  }

  // Drops what is old; returns whether any is left.
  sweep(): boolean {
    const old = [...this.marks].filter(([, mark]) => this.now() - mark.at >= lifetime);
    if (old.length > 0) {
      this.marks = new Map(this.marks);
      for (const [subject] of old) this.marks.delete(subject);
      this.tell();
    }
    return this.marks.size > 0;
  }

  get(subject: string): Mark | undefined {
    return this.marks.get(subject);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const marks = new Marks();

export function useMark(subject: string): Mark | undefined {
  return useSyncExternalStore(marks.subscribe, () => marks.get(subject));
}
