// What can be done about a contradiction: two rows of one kind are linked or told apart, everything else becomes a doubt, which is
// settled by a document or a reason.

import { Button, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Contradiction, Doubt } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { tell } from "../../ui/toast";
import classes from "./Contradictions.module.css";

const words = t.contradictions;
const longest = 2000;

// Of what kind a doubt about it is.
const doubtKinds: Partial<Record<Contradiction["kind"], Doubt["kind"]>> = {
  units: "definition",
  "turning-series": "definition",
  responsibility: "responsibility",
  "copied-product": "copy-error",
  numbering: "double-number",
};

// The first of two tasks or two indicators: what can be linked as the same.
export function firstOfPair(row: Contradiction): string | null {
  const subjects = [...new Set(row.places.map((place) => place.subject))];
  const [first, second] = subjects;
  if (!first || !second || subjects.length !== 2) return null;
  const kind = first.split("/")[0];
  return kind === second.split("/")[0] && (kind === "task" || kind === "indicator") ? first : null;
}

export function doubtText(row: Contradiction): string {
  const places = row.places.map((place) => `“${place.text}”`).join(" / ");
  return words.noteDefault(words.kind[row.kind] ?? row.kind, places).slice(0, longest);
}

function NoteForm({ row, programme, onDone }: { row: Contradiction; programme: string; onDone: () => void }) {
  const write = useWrite<Doubt>();
  const [text, setText] = useState(() => doubtText(row));
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setFault(null);
    const places = new Map(row.places.map((place) => [place.subject, { subject: place.subject, quote: place.text.slice(0, longest) }]));
    const body = { programme, kind: doubtKinds[row.kind] ?? "contradiction", text: text.trim(), places: [...places.values()] };
    try {
      await write.mutateAsync({ path: "/doubts", body, key: newKey(), subjects: ["doubt/", ...places.keys()] });
      tell(words.noted);
      onDone();
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <div className={classes.form}>
      <Textarea label={words.noteText} value={text} maxLength={longest} autosize minRows={2} onChange={(event) => setText(event.currentTarget.value)} />
      {fault && <p role="alert">{fault}</p>}
      <div className={classes.verbs}>
        <Button size="xs" loading={write.isPending} disabled={text.trim() === ""} onClick={() => void send()}>
          {words.noteSave}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t.common.close}
        </Button>
      </div>
    </div>
  );
}

export function Verbs({ row }: { row: Contradiction }) {
  const directory = useDirectory();
  const allowed = useAllowed();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const [noting, setNoting] = useState(false);
  if (past || row.settled) return null;
  const pair = firstOfPair(row);
  const stands = (programme: string | null) => programme !== null && standsFor(programme, acting, allowed.posts, directory);
  const programme = row.places.map((place) => place.programme).find(stands);
  const mayNote = programme && row.doubts.length === 0 && allowed.may("raise-doubt");
  if (noting && programme) return <NoteForm row={row} programme={programme} onDone={() => setNoting(false)} />;
  return (
    <div className={classes.verbs} data-no-print="">
      {pair && allowed.may("link") && (
        <Button size="xs" variant="default" component={Link} to={`/links?subject=${pair}`}>
          {words.decide}
        </Button>
      )}
      {mayNote && (
        <Button size="xs" variant="default" onClick={() => setNoting(true)}>
          {words.note}
        </Button>
      )}
    </div>
  );
}
