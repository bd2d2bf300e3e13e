// What is said with a decision, and its buttons. Document and reason stay for the next pair.

import { Button, Textarea } from "@mantine/core";
import { DocumentField } from "../../forms/DocumentField";
import type { DocumentValue } from "../../forms/spec";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import classes from "./Links.module.css";
import { all, openFields, sayingsOf, type Choice, type Pair } from "./pair";
import type { Decision } from "./use-decision";

const words = t.links;

export interface Said {
  document: DocumentValue | null;
  reason: string; // of what is not the same, of a proposal, of parting
}

interface Props {
  pair: Pair;
  choice: Choice;
  setChoice: (choice: Choice) => void;
  said: Said;
  setSaid: (said: Said) => void;
  decision: Decision;
}

function reasonLabel(pair: Pair, stands: boolean): string {
  if (pair.link?.status === "linked") return words.partReason;
  return stands ? sayingsOf(pair).rejectReason : words.proposeReason;
}

export function DecisionForm({ pair, choice, setChoice, said, setSaid, decision }: Props) {
  const allowed = useAllowed();
  const sayings = sayingsOf(pair);
  const status = pair.link?.status ?? null;
  const stands = allowed.may("link");
  const linked = status === "linked";
  const mayPropose = !stands && allowed.may("propose-link") && (status === null || status === "rejected" || status === "parted");
  if (!stands && !mayPropose) return null;
  return (
    <>
      {stands && !linked && openFields(pair).length > 0 && (
        <div className={classes.actions}>
          <Button variant="default" size="xs" onClick={() => setChoice(all(pair, 0))}>
            {words.bindsAll(words.first)}
          </Button>
          <Button variant="default" size="xs" onClick={() => setChoice(all(pair, 1))}>
            {words.bindsAll(words.second)}
          </Button>
        </div>
      )}
      <div className={classes.fields}>
        {stands && (
          <DocumentField label={words.document} required value={said.document} onChange={(document) => setSaid({ ...said, document })} />
        )}
        <Textarea
          label={reasonLabel(pair, stands)}
          value={said.reason}
          autosize
          minRows={2}
          onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
        />
      </div>
      {decision.message && (
        <p className={classes.message} role="alert">
          {decision.message}
        </p>
      )}
      <div className={classes.actions}>
        {stands && !linked && (
          <Button loading={decision.sending} onClick={() => decision.link(pair, choice)}>
            {sayings.link}
          </Button>
        )}
        {stands && !linked && status !== "rejected" && (
          <Button variant="default" loading={decision.sending} onClick={() => decision.reject([pair], said.reason || sayings.rejectDefault)}>
            {sayings.reject}
          </Button>
        )}
        {stands && linked && (
          <Button variant="default" loading={decision.sending} onClick={() => decision.part(pair, said.reason)}>
            {words.part}
          </Button>
        )}
        {mayPropose && (
          <Button loading={decision.sending} onClick={() => decision.propose(pair, said.reason || sayings.proposeDefault)}>
            {words.propose}
          </Button>
        )}
      </div>
    </>
  );
}
