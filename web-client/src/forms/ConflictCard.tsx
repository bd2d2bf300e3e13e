// Both texts with their authors and times, and three ways on; never a dead end.

import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { Change } from "../api/types";
import { formatMoment } from "../format/date";
import { t } from "../i18n";
import type { LiveRecord } from "../live/record";
import { useDirectory } from "../meaning/directory";
import { shortPersonName, usePersonName } from "../meaning/person";
import { me } from "../state/me";
import { useStore } from "../state/store";
import { Author } from "../ui/Author";
import { useNamesIn } from "../ui/use-names";
import { changesOf, sentence } from "../meaning/history";
import { inWords } from "../meaning/values";
import type { Choice, Collision } from "./conflict";
import classes from "./ConflictCard.module.css";

const words = t.commands.conflict;

// The person, as the button names it; the agency where the person is not known.
function useWho(actor: string, agency: string): string {
  const directory = useDirectory();
  const name = usePersonName(actor);
  return name === actor ? directory.shortName(agency) : shortPersonName(name, directory.name(agency));
}

interface CardProps {
  label: string;
  collision: Collision;
  mine: string; // in words
  joinable: boolean;
  onChoose: (choice: Choice) => void;
}

export function ConflictCard({ label, collision, mine, joinable, onChoose }: CardProps) {
  const directory = useNamesIn(useMemo(() => [{ field: collision.field, old: null, new: collision.wire }] as Change[], [collision]));
  const own = useStore(me)?.name;
  const theirs = useWho(collision.actor, collision.agency);
  const variant = (choice: Choice) => (collision.choice === choice ? "filled" : "default");
  return (
    <div className={classes.card} role="group" aria-label={`${label}: ${words.title}`}>
      <div className={classes.title}>{words.title}</div>
      <div className={classes.sides}>
        <div className={classes.side}>
          <h4>
            {words.mine}
            <span className={classes.author}>{[own, words.notNow].filter(Boolean).join(", ")}</span>
          </h4>
          <div className={classes.words}>{mine || words.empty}</div>
        </div>
        <div className={classes.side}>
          <h4>
            {words.theirs(theirs)}
            <span className={classes.author}>
              <Author actor={collision.actor} agency={collision.agency} />, {formatMoment(collision.time)}
            </span>
          </h4>
          <div className={classes.words}>{inWords(collision.field, collision.wire, directory)}</div>
        </div>
      </div>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant={variant("mine")} onClick={() => onChoose("mine")}>
          {words.keepMine}
        </Button>
        <Button size="compact-sm" variant={variant("theirs")} onClick={() => onChoose("theirs")}>
          {words.useTheirs(theirs)}
        </Button>
        {joinable && (
          <Button size="compact-sm" variant={variant("both")} onClick={() => onChoose("both")}>
            {words.joinBoth}
          </Button>
        )}
      </div>
    </div>
  );
}

interface SinceProps {
  events: readonly LiveRecord[];
  title?: string;
  text?: string;
}

// What happened since the form was opened.
export function SinceCard({ events, title = words.title, text = words.text }: SinceProps) {
  const directory = useDirectory();
  return (
    <div className={classes.card} role="alert" data-conflict="">
      <div className={classes.title}>{title}</div>
      <ul className={classes.events}>
        {events.map((event) => (
          <li key={event.id}>
            {formatMoment(event.time)}: <Author actor={event.actor} agency={event.agency} /> {sentence({ type: event.type, changes: changesOf(event) }, directory)}
          </li>
        ))}
      </ul>
      {text && <p>{text}</p>}
    </div>
  );
}
