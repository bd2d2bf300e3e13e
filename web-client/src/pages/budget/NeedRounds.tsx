// Rounds in which lead agencies restate their needs: opened and closed by the bodies that run the programme.

import { Button } from "@mantine/core";
import { useState } from "react";
import { useOne } from "../../api/queries";
import type { NeedRound, Programme } from "../../api/types";
import { dayOfMoment, formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { closeRoundSpec, openRoundSpec } from "../../forms/specs/need-round";
import { t } from "../../i18n";
import { openRound } from "../../meaning/money";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Section } from "../../ui/Page";

const words = t.money.round;

function Round({ round }: { round: NeedRound }) {
  const state = round.closed_at ? words.closed(formatDay(dayOfMoment(round.closed_at))) : words.open(formatDay(round.due));
  return (
    <li>
      {state}. {words.revised(formatNumber(round.revised), formatNumber(round.lines))}.
    </li>
  );
}

function useRuns(programme: Programme): boolean {
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const stands = programme.standing_agency === acting && allowed.has("standing-agency");
  return !past && (stands || allowed.has("finance")) && allowed.may("open-need-round");
}

function Rounds({ programme }: { programme: Programme }) {
  const runs = useRuns(programme);
  const [dialog, setDialog] = useState(false);
  const open = openRound(programme);
  const rounds = programme.need_rounds;
  if (rounds.length === 0 && !runs) return null;
  const spec = open ? closeRoundSpec(programme) : openRoundSpec(programme);
  return (
    <Section
      title={words.title}
      actions={
        runs && (
          <Button size="compact-sm" variant="default" onClick={() => setDialog(true)} data-no-print="">
            {spec.title}
          </Button>
        )
      }
    >
      {rounds.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {rounds.map((round) => (
            <Round key={round.opened_at} round={round} />
          ))}
        </ul>
      )}
      {dialog && <CommandDialog spec={spec} onClose={() => setDialog(false)} />}
    </Section>
  );
}

export function NeedRounds({ programme }: { programme: string }) {
  const found = useOne("programmes", programme);
  return found.data ? <Rounds programme={found.data} /> : null;
}
