// The history as sentences; each opens to before and after.

import { useState, type ReactNode } from "react";
import type { HistoryItem, ThreadItem } from "../api/types";
import { formatDay } from "../format/date";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { eventName } from "../live/record";
import { useDirectory } from "../meaning/directory";
import { sentence } from "../meaning/history";
import { fieldName, inWords } from "../meaning/values";
import { useAgencyText } from "./AgencyNames";
import { UndoDialog, type Undoable } from "./Undo";
import { useAllNamesIn, useNamesIn } from "./use-names";
import { Author } from "./Author";
import { Icon } from "./icons";
import { Moment } from "./Moment";
import classes from "./Timeline.module.css";

const words = t.history;

function Changes({ item }: { item: HistoryItem }) {
  const directory = useAllNamesIn(item.changes);
  const aggregate = item.subject.slice(0, item.subject.indexOf("/"));
  const facts = [
    words.sequence(formatNumber(item.sequence)),
    words.capacity[item.capacity],
    item.act ? words.act(item.act.index + 1, item.act.size) : null,
  ];
  return (
    <div className={classes.changes}>
      {item.changes.length === 0 && <div className={classes.change}>{item.erased ? t.task.erased : item.withheld ? `${t.people.withheld}.` : words.noChanges}</div>}
      {item.changes.map((change, index) => (
        <div key={index} className={classes.change}>
          <div className={classes.field}>{fieldName(change.field, aggregate)}</div>
          <div className={classes.sides}>
            <span>{words.before}</span>
            <span className={change.old == null ? undefined : classes.old}>{inWords(change.field, change.old, directory)}</span>
            <span>{words.after}</span>
            <span className={classes.new}>{inWords(change.field, change.new, directory)}</span>
          </div>
        </div>
      ))}
      <div className={classes.foot}>{facts.filter(Boolean).join(", ")}</div>
    </div>
  );
}

interface EventProps {
  item: HistoryItem;
  about?: ReactNode;
  fresh?: boolean;
  undoable?: Undoable | undefined;
  undone?: boolean; // another record took it back
}

export function EventEntry({ item, about, fresh = false, undoable, undone = false }: EventProps) {
  const directory = useNamesIn(item.changes);
  const [open, setOpen] = useState(false);
  return (
    <li className={fresh ? `${classes.item} ${classes.fresh}` : classes.item}>
      <button type="button" className={classes.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.who}>
          <Author actor={item.actor} agency={item.agency} />
        </span> <span className={classes.what}>{sentence(item, directory)}</span>{" "}
        <Icon name={open ? "up" : "down"} size={14} />
      </button>
      {about && <div className={classes.note}>{about}</div>}
      <div className={classes.when}>
        <Moment instant={item.time} relative />
        {undone && ` · ${t.inside.undo.undone}`}
        {undoable && <TakeBack undoable={undoable} />}
      </div>
      {open && <Changes item={item} />}
    </li>
  );
}

// One's own last word may be taken back.
function TakeBack({ undoable }: { undoable: Undoable }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className={classes.back} onClick={() => setAsked(true)} data-no-print>
        {undoable.kind === "change" ? t.inside.undo.undo : t.inside.undo.comment}
      </button>
      {asked && <UndoDialog undoable={undoable} onClose={() => setAsked(false)} />}
    </>
  );
}

const kindType = { comment: "thread.commented", directive: "thread.directed", urging: "thread.urged" } as const;

interface TalkProps {
  item: ThreadItem;
  replied?: ThreadItem | undefined;
  undoable?: Undoable | undefined;
}

function talkText(item: ThreadItem): string {
  if (item.withdrawn) return t.inside.undo.withdrawn;
  return item.text ?? (item.withheld ? `${t.people.withheld}.` : t.task.erased);
}

export function TalkEntry({ item, replied, undoable }: TalkProps) {
  const directory = useDirectory();
  const agencyText = useAgencyText();
  const told = { type: `vn.luuvet.${kindType[item.kind]}.v1`, changes: [] };
  return (
    <li className={`${classes.item} ${classes.talk}`}>
      <span className={classes.who}>
          <Author actor={item.actor} agency={item.agency} />
        </span> {sentence(told, directory)}
      <div className={classes.when}>
        <Moment instant={item.time} relative />
        {undoable && <TakeBack undoable={undoable} />}
      </div>
      {item.to.length > 0 && (
        <div className={classes.note}>
          {t.task.to(agencyText(item.to))}
          {item.answer_due && `, ${t.task.answerDue(formatDay(item.answer_due))}`}
        </div>
      )}
      {replied?.text && <div className={classes.note}>“{replied.text.slice(0, 120)}”</div>}
      <div className={item.withdrawn ? classes.note : classes.words}>{talkText(item)}</div>
    </li>
  );
}

export type Entry = { kind: "event"; item: HistoryItem } | { kind: "talk"; item: ThreadItem };

const threadEvent = (item: HistoryItem): boolean => eventName(item.type).startsWith("thread.");

// History and comments in one line of time, newest first; a comment is told once, by its words.
export function merged(history: readonly HistoryItem[], thread: readonly ThreadItem[]): Entry[] {
  const talks = new Set(thread.map((item) => item.sequence));
  const events = history.filter((item) => !(threadEvent(item) && talks.has(item.sequence)));
  const all: Entry[] = [
    ...events.map((item): Entry => ({ kind: "event", item })),
    ...thread.map((item): Entry => ({ kind: "talk", item })),
  ];
  return all.sort((left, right) => right.item.sequence - left.item.sequence);
}

// `undoableOf`: what whoever looks at it may take back.
export function Timeline({ entries, undoableOf }: { entries: readonly Entry[]; undoableOf?: (entry: Entry) => Undoable | undefined }) {
  const bySequence = new Map(entries.map((entry) => [entry.item.sequence, entry]));
  const undone = new Set(entries.flatMap((entry) => (entry.kind === "event" && entry.item.undoes ? [entry.item.undoes] : [])));
  const repliedTo = (item: ThreadItem) => {
    const entry = item.reply_to === null ? undefined : bySequence.get(item.reply_to);
    return entry?.kind === "talk" ? entry.item : undefined;
  };
  return (
    <ol className={classes.list}>
      {entries.map((entry) =>
        entry.kind === "event" ? (
          <EventEntry
            key={entry.item.sequence}
            item={entry.item}
            undone={undone.has(entry.item.sequence)}
            undoable={undoableOf?.(entry)}
          />
        ) : (
          <TalkEntry key={entry.item.sequence} item={entry.item} replied={repliedTo(entry.item)} undoable={undoableOf?.(entry)} />
        ),
      )}
    </ol>
  );
}
