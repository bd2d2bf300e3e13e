// One request for coordination: what is asked, how each agency stands to it, and what one may do about it.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AskedAgency, Coordination } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatDay, formatMoment } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import { coordinationSpec, objectionsOf } from "../../forms/specs/coordination";
import type { CommandSpec } from "../../forms/spec";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { documentRefText } from "../../meaning/values";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { tell } from "../../ui/toast";
import { Withheld } from "../../ui/Withheld";
import { commandsOn, type RequestCommand } from "./commands";
import classes from "./Coordination.module.css";

const words = t.fanout.coordination;
const tones: Record<string, string> = { open: "blue", disputed: "red", confirmed: "green", closed: "dim", waiting: "dim", answered: "violet" };

function State({ of, label }: { of: string; label: string | undefined }) {
  return (
    <span className={classes.state} style={{ color: `var(--lv-${tones[of] ?? "dim"})` }}>
      {label}
    </span>
  );
}

function Asked({ row }: { row: AskedAgency }) {
  const directory = useDirectory();
  const said = [row.reason, row.note, row.done_on && `${words.doneOn} ${formatDay(row.done_on)}`].filter(Boolean).join(". ");
  const document = row.document && documentRefText(row.document, (id) => directory.documentName(id));
  return (
    <li>
      <AgencyLink id={row.agency} /> <State of={row.answer} label={words.answers[row.answer]} />
      {row.by && row.by !== row.agency && <span className={classes.head}>{words.onBehalf(directory.name(row.by))}</span>}
      {(said || document) && <span className={classes.words}>{[said, document].filter(Boolean).join(". ")}</span>}
      {row.reply && (
        <span className={classes.words}>
          {words.reply}: {row.reply}
        </span>
      )}
    </li>
  );
}

function Actions({ request }: { request: Coordination }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const write = useWrite<Coordination>();
  const [opened, setOpened] = useState<CommandSpec | null>(null);
  const commands = commandsOn(request, acting, allowed, directory);
  const open = (command: RequestCommand) => setOpened(coordinationSpec(command, request));
  const confirm = async () => {
    try {
      await write.mutateAsync({ path: `/coordinations/${request.id}/confirm`, body: {}, key: newKey(), subjects: [`coordination/${request.id}`] });
      tell(words.confirmed);
    } catch (error) {
      tell((error as Error).message, "red");
    }
  };
  if (commands.length === 0) return null;
  const has = (command: RequestCommand) => commands.includes(command);
  return (
    <div className={classes.actions} data-no-print>
      {has("confirm-coordination") && (
        <>
          <Button size="compact-sm" loading={write.isPending} onClick={() => void confirm()}>
            {words.confirm}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => open("confirm-coordination")}>
            {words.confirmWith}
          </Button>
        </>
      )}
      {has("dispute-coordination") && (
        <Button size="compact-sm" variant="default" onClick={() => open("dispute-coordination")}>
          {words.dispute}
        </Button>
      )}
      {has("answer-coordination") && (
        <Button size="compact-sm" onClick={() => open("answer-coordination")}>
          {words.answer}
        </Button>
      )}
      {has("close-coordination") && (
        <Button size="compact-sm" variant="subtle" onClick={() => open("close-coordination")}>
          {words.close}
        </Button>
      )}
      {opened && <CommandDialog<Coordination> spec={opened} intro={<Objections request={request} of={opened} />} onClose={() => setOpened(null)} />}
    </div>
  );
}

// What is being answered stands over the answer.
function Objections({ request, of }: { request: Coordination; of: CommandSpec }) {
  if (of.id !== "answer-coordination") return <p className={classes.what}>{request.what}</p>;
  return (
    <ul className={classes.asked} aria-label={words.answering}>
      {objectionsOf(request).map((one) => (
        <Asked key={one.agency} row={one} />
      ))}
    </ul>
  );
}

export function Request({ request, withTask = false }: { request: Coordination; withTask?: boolean }) {
  const directory = useDirectory();
  const past = isPast(useViewTime());
  const document = request.document && documentRefText(request.document, (id) => directory.documentName(id));
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <State of={request.state} label={words.states[request.state]} />
        <span>{words.by(directory.name(request.asked_by), formatMoment(request.asked_at))}</span>
        <span>{words.until(formatDay(request.due))}</span>
        {request.overdue && <State of="disputed" label={words.overdue} />}
        {document && <span>{document}</span>}
      </div>
      {withTask && (
        <Link to="/tasks/$id" params={{ id: request.task }}>
          {request.title}
        </Link>
      )}
      {request.withheld ? <Withheld /> : <p className={classes.what}>{request.what}</p>}
      <ul className={classes.asked}>
        {request.asked.map((row) => (
          <Asked key={row.agency} row={row} />
        ))}
      </ul>
      {request.close_reason && (
        <p className={classes.what}>
          {words.closedBecause}: {request.close_reason}
        </p>
      )}
      {!past && <Actions request={request} />}
    </li>
  );
}
