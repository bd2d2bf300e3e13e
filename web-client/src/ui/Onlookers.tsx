// Who else is at the record on the screen, in one quiet line that keeps its place whether or not somebody is there; who shows it is seen by
// the others. No live region: people come and go too often to be read out.

import { Popover, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { formatClock } from "../format/date";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { useLive } from "../live/context";
import type { Others, PersonPresent } from "../live/presence";
import { useOthers } from "../live/use-others";
import { useDirectory } from "../meaning/directory";
import { onlookerName, onlookerState } from "../meaning/onlooker";
import { shortPersonName } from "../meaning/person";
import { isPast, useViewTime } from "../state/view-time";
import classes from "./Onlookers.module.css";

function useLooking(subject: string, past: boolean): void {
  const { presence } = useLive();
  useEffect(() => (past ? undefined : presence.look(subject)), [presence, subject, past]);
}

function Brief({ person }: { person: PersonPresent }) {
  const directory = useDirectory();
  return (
    <span className={classes.person} data-typing={person.typing ? "" : undefined}>
      <span className={classes.name}>{onlookerName(person, directory)}</span> <span className={classes.state}>{onlookerState(person)}</span>
    </span>
  );
}

function Rest({ count, brief }: { count: number; brief: boolean }) {
  const words = t.presence.more(formatNumber(count));
  if (!brief) return <span className={classes.rest}>{words}</span>;
  return (
    <span className={classes.rest}>
      <span aria-hidden="true">+{formatNumber(count)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

function Everybody({ others }: { others: Others }) {
  const directory = useDirectory();
  return (
    <>
      <h2 className={classes.title}>{t.presence.title}</h2>
      <ul className={classes.list}>
        {others.people.map((person) => (
          <li key={person.account}>
            <div>{shortPersonName(person.name, directory.name(person.agency))}</div>
            <div className={classes.note}>
              {directory.name(person.agency)}, {t.presence.since(formatClock(person.since))}
            </div>
            <div className={classes.note}>{onlookerState(person)}</div>
          </li>
        ))}
        {others.more > 0 && <li>{t.presence.more(formatNumber(others.more))}</li>}
      </ul>
    </>
  );
}

function Line({ others }: { others: Others }) {
  const [opened, setOpened] = useState(false);
  const narrow = useMediaQuery("(max-width: 768px)") ?? false;
  const named = others.people.slice(0, narrow ? 1 : 2);
  const rest = others.people.length + others.more - named.length;
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={classes.line} onClick={() => setOpened(!opened)}>
          {named.map((person) => (
            <Brief key={person.account} person={person} />
          ))}
          {rest > 0 && <Rest count={rest} brief={narrow} />}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <Everybody others={others} />
      </Popover.Dropdown>
    </Popover>
  );
}

export function Onlookers({ subject }: { subject: string }) {
  const past = isPast(useViewTime());
  useLooking(subject, past);
  const others = useOthers();
  const shown = others?.subject === subject && others.people.length > 0 ? others : null;
  return (
    <div className={classes.place} data-no-print>
      {shown && <Line others={shown} />}
    </div>
  );
}
