// Tasks led by a group of which nobody has decided yet who works on them, and deciding that for many at once.

import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyNames } from "../../ui/AgencyNames";
import choice from "../../ui/ChoiceList.module.css";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import classes from "./Collective.module.css";
import { FanOutDialog } from "./FanOutDialog";

const words = t.fanout.collective;

interface RowProps {
  task: Task;
  chosen: boolean;
  onToggle: (() => void) | null; // null: somebody else decides
}

function Row({ task, chosen, onToggle }: RowProps) {
  return (
    <li className={choice.row}>
      {onToggle && <Checkbox checked={chosen} onChange={onToggle} aria-label={words.choose(task.title)} />}
      <div className={choice.what}>
        <Link to="/tasks/$id" params={{ id: task.id }} className={classes.title}>
          {task.title}
        </Link>
        <div>
          {t.task.lead}: <AgencyNames ids={task.lead_agencies} />
        </div>
        {task.lead_text && (
          <div className={choice.note}>
            {words.printed}: {task.lead_text}
          </div>
        )}
        <div className={choice.note}>{[shortPlace(task.source), task.deadline.text].filter(Boolean).join(", ")}</div>
      </div>
    </li>
  );
}

function Chooser({ tasks }: { tasks: readonly Task[] }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState(false);
  const mine = useMemo(
    () => new Set(tasks.filter((task) => !past && allowed.may("assign") && standsFor(task.programme, acting, allowed.posts, directory)).map((task) => task.id)),
    [tasks, past, allowed, acting, directory],
  );
  const picked = useMemo(() => tasks.filter((task) => chosen.has(task.id) && mine.has(task.id)), [tasks, chosen, mine]);
  const programmes = [...new Set(tasks.map((task) => task.programme))];
  const toggle = (id: string) => setChosen((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
  const every = mine.size > 0 && picked.length === mine.size;
  return (
    <>
      {mine.size > 0 ? (
        <div className={choice.tools}>
          <Checkbox
            label={words.all}
            checked={every}
            indeterminate={!every && picked.length > 0}
            onChange={() => setChosen(every ? new Set() : mine)}
          />
          <span className={choice.note}>{words.chosen(formatNumber(picked.length), formatNumber(mine.size))}</span>
          <Button disabled={picked.length === 0} onClick={() => setOpen(true)}>
            {words.decide(formatNumber(picked.length))}
          </Button>
        </div>
      ) : (
        <p className={choice.note}>{past ? t.top.readOnly : words.only}</p>
      )}
      {programmes.map((programme) => (
        <Section key={programme} title={directory.programmeName(programme)}>
          <ul className={choice.list}>
            {tasks
              .filter((task) => task.programme === programme)
              .map((task) => (
                <Row key={task.id} task={task} chosen={chosen.has(task.id)} onToggle={mine.has(task.id) ? () => toggle(task.id) : null} />
              ))}
          </ul>
        </Section>
      ))}
      {open && picked.length > 0 && (
        <FanOutDialog
          tasks={picked}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
}

export default function CollectivePage() {
  const tasks = useList("tasks", { lead: "undecided" });
  return (
    <Page title={words.title} note={words.intro}>
      <QueryView query={tasks}>
        {(list) => {
          const waiting = list.items.filter((task) => task.undecided_lead);
          return waiting.length === 0 ? <EmptyState title={words.none} text={words.noneText} /> : <Chooser tasks={waiting} />;
        }}
      </QueryView>
    </Page>
  );
}
