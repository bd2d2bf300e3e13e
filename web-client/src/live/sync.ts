// Keeps what the pages hold in step with the log: each record makes exactly the touched things be read again, and marks those that somebody
// else changed. Forms hold their own values, so nothing here reaches a field that somebody types in.

import type { Query, QueryClient } from "@tanstack/react-query";
import type { Collection, Collections, Listed } from "../api/types";
import type { Marks } from "./marks";
import { sequenceOf, type LiveRecord } from "./record";
import { allOfThem, touchesOf, type Touches } from "./touches";

const gatherFor = 30; // ms: records that come together are read together
const rollupEvery = 4_000; // ms: counts of programmes and agencies, assessments of indicators, sums of ratios
const singlyAtMost = 15; // more touched tasks than this: read the whole list
const ownWait = 100; // ms: until an answer under way says which records are ours
const ownWaits = 30;

type FetchTask = (id: string, minSequence: number) => Promise<Collections["tasks"]>;

export class Sync {
  private gathered: LiveRecord[] = [];
  private gathering = false;
  private waits = 0;
  private readonly rollups = new Set<Collection>();
  private underWay = 0;
  private readonly ownSequences = new Set<number>();

  constructor(
    private readonly client: QueryClient,
    private readonly fetchTask: FetchTask,
    private readonly marks: Marks,
  ) {}

  receive(record: LiveRecord): void {
    this.gathered.push(record);
    this.later(gatherFor);
  }

  // Everything may be old: after a break that the log could not bridge.
  reset(): void {
    void this.client.invalidateQueries({ predicate: isPresent });
  }

  // A command of this page is on its way: records that come now may be its own.
  writing(): void {
    this.underWay += 1;
  }

  // It was answered: with the sequence it wrote, or with a refusal.
  written(subjects: readonly string[], sequence: number | null): void {
    this.underWay -= 1;
    if (sequence === null) return;
    this.ownSequences.add(sequence);
    for (const subject of subjects) this.refresh(touchesOf({ subject }), sequence);
  }

  private later(milliseconds: number): void {
    if (this.gathering) return;
    this.gathering = true;
    setTimeout(() => this.flush(), milliseconds);
  }

  private flush(): void {
    this.gathering = false;
    if (this.underWay > 0 && this.waits < ownWaits) {
      this.waits += 1;
      return this.later(ownWait);
    }
    this.waits = 0;
    const records = this.gathered;
    this.gathered = [];
    this.mark(records);
    const sequence = Math.max(...records.map(sequenceOf));
    this.refresh(joined(records.map(touchesOf)), sequence);
  }

  private mark(records: readonly LiveRecord[]): void {
    const own = new Set(records.filter((record) => this.ownSequences.has(sequenceOf(record))).map((record) => record.correlationid));
    for (const record of records) {
      const mine = this.ownSequences.has(sequenceOf(record)) || (record.correlationid !== undefined && own.has(record.correlationid));
      if (mine || record.actor === "luuvet") continue;
      for (const subject of touchesOf(record).histories) {
        this.marks.add(subject, { agency: record.agency, sequence: sequenceOf(record) });
      }
    }
  }

  private refresh(touches: Touches, sequence: number): void {
    if (touches.everything) return this.reset();
    const rows = touches.items.filter((item) => item.id !== allOfThem);
    for (const item of touches.items) {
      if (item.id === allOfThem) this.invalidate(["list", item.collection], ["one", item.collection]);
    }
    const idsOf = (collection: Collection) => [...new Set(rows.filter((item) => item.collection === collection).map((item) => item.id))];
    const tasks = idsOf("tasks");
    if (tasks.length > singlyAtMost) this.invalidate(["list", "tasks"], ["one", "tasks"]);
    else for (const id of tasks) void this.readTask(id, sequence);
    for (const item of rows) {
      if (item.collection === "tasks") continue;
      this.invalidate(["list", item.collection], ["one", item.collection, item.id]);
    }
    if (tasks.length > 0) this.rollUpSoon("programmes", "agencies");
    if (tasks.length > 0) this.invalidate(["list", "measures"]);
    if (idsOf("submissions").length > 0) this.rollUpSoon("indicators");
    if (idsOf("budget-lines").length > 0) this.rollUpSoon("programmes", "ratios");
    if (idsOf("missions").length > 0) this.rollUpSoon("submissions"); // what is counted of them
    for (const subject of touches.threads) this.invalidate(["thread", subject]);
    for (const subject of touches.histories) this.invalidate(["history", subject]);
    this.invalidate(["history", "all"]);
  }

  private async readTask(id: string, sequence: number): Promise<void> {
    if (id === "") return this.invalidate(["list", "tasks"]); // just created: its id is in the answer only
    const shown = this.client.getQueryCache().findAll({ predicate: (query) => isPresent(query) && holdsTask(query, id) });
    if (shown.length === 0) return;
    try {
      const task = await this.fetchTask(id, sequence);
      let known = false;
      this.client.setQueriesData<Listed<Collections["tasks"]>>({ queryKey: ["list", "tasks"], predicate: isNow }, (list) => {
        const patched = list && replaced(list, task);
        known ||= patched !== undefined;
        return patched ?? list;
      });
      this.client.setQueryData(["one", "tasks", id, "now"], task);
      if (!known) this.invalidate(["list", "tasks"]);
      this.invalidateOtherDays(id);
    } catch {
      this.invalidate(["list", "tasks"], ["one", "tasks", id]);
    }
  }

  // Lists that are judged for another day are read again whole: timeliness differs there.
  private invalidateOtherDays(id: string): void {
    const other = (query: Query) => isPresent(query) && !isNow(query);
    void this.client.invalidateQueries({ queryKey: ["list", "tasks"], predicate: other });
    void this.client.invalidateQueries({ queryKey: ["one", "tasks", id], predicate: other });
  }

  // What is computed over many rows is read again after a while, however many of them change.
  private rollUpSoon(...collections: readonly Collection[]): void {
    const waiting = this.rollups.size > 0;
    for (const collection of collections) this.rollups.add(collection);
    if (waiting) return;
    setTimeout(() => {
      const due = [...this.rollups];
      this.rollups.clear();
      for (const collection of due) this.invalidate(["list", collection], ["one", collection]);
    }, rollupEvery);
  }

  private invalidate(...keys: readonly (readonly unknown[])[]): void {
    for (const queryKey of keys) void this.client.invalidateQueries({ queryKey, predicate: isPresent });
  }
}

function timeOf(query: Query): string {
  return String(query.queryKey.at(-1));
}

const isPresent = (query: Query): boolean => !timeOf(query).startsWith("as_of");
const isNow = (query: Query): boolean => timeOf(query) === "now";

function holdsTask(query: Query, id: string): boolean {
  const [kind, collection, which] = query.queryKey;
  return collection === "tasks" && (kind === "list" || (kind === "one" && which === id));
}

// The list with the newer row in the old one's place; undefined if the row is not in it. An answer that was overtaken changes nothing.
export function replaced<T extends { id: string; sequence: number }>(list: Listed<T>, row: T): Listed<T> | undefined {
  const at = list.items.findIndex((item) => item.id === row.id);
  const old = list.items[at];
  if (old === undefined) return undefined;
  if (old.sequence > row.sequence) return list;
  return { ...list, items: list.items.with(at, row) };
}

function joined(all: readonly Touches[]): Touches {
  return {
    items: all.flatMap((one) => one.items),
    threads: [...new Set(all.flatMap((one) => one.threads))],
    histories: [...new Set(all.flatMap((one) => one.histories))],
    everything: all.some((one) => one.everything),
  };
}
