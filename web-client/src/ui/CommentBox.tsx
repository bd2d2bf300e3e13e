import { Button, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Collection } from "../api/types";
import { Problem, Unreachable } from "../api/problems";
import { newKey, useWrite } from "../api/write";
import { useDraft } from "../forms/use-draft";
import { t } from "../i18n";
import { useLive } from "../live/context";
import { commentField } from "../meaning/onlooker";
import { keyFor } from "../state/drafts";
import { useAllowed } from "../state/allowed";
import { tell } from "./toast";
import { offerUndo } from "./Undo";
import classes from "./ActivityPanel.module.css";
import { TypingMark } from "./TypingMark";

interface Props {
  collection: Collection;
  id: string;
  subject: string;
}

// Comments need no precondition; what is typed survives a reload and a break of the line.
export function CommentBox({ collection, id, subject }: Props) {
  const draft = useDraft(subject, "comment", "", undefined);
  const write = useWrite<unknown>();
  const { presence } = useLive();
  const allowed = useAllowed();
  const [error, setError] = useState<string | null>(null);
  useEffect(() => () => presence.leave(commentField), [presence]);
  const send = async () => {
    const body = { text: draft.values.trim() };
    const sent = keyFor(draft.sent, body, newKey);
    draft.markSent(sent);
    setError(null);
    try {
      const { sequence } = await write.mutateAsync({ path: `/${collection}/${id}/comment`, body, key: sent.key, subjects: [`thread/${subject}`] });
      draft.startOver();
      const undoable = { kind: "comment", path: `/${collection}/${id}`, subject, sequence } as const;
      tell(t.task.commentSent, "green", allowed.may("withdraw-comment") ? offerUndo(undoable) : undefined);
    } catch (failure) {
      setError(failure instanceof Unreachable ? t.commands.notSaved : failure instanceof Problem ? failure.message : String(failure));
    }
  };
  return (
    <form
      className={classes.box}
      data-no-print
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        aria-label={t.task.writeComment}
        placeholder={t.task.writeComment}
        value={draft.values}
        onChange={(event) => {
          presence.typed(commentField);
          draft.change(event.currentTarget.value);
        }}
        onFocus={() => presence.enter(commentField)}
        onBlur={() => presence.leave(commentField)}
        autosize
        minRows={2}
        maxRows={12}
      />
      <div className={classes.foot}>
        {error && (
          <span className={classes.error} role="alert">
            {error}
          </span>
        )}
        {!error && <TypingMark field={commentField} subject={subject} announced={false} />}
        <Button type="submit" size="compact-md" loading={write.isPending} disabled={draft.values.trim() === ""}>
          {t.task.sendComment}
        </Button>
      </div>
    </form>
  );
}
