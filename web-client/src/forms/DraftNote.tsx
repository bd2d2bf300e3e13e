// What was typed the last time is here again, and can be thrown away; or the browser keeps nothing.

import { Button } from "@mantine/core";
import { formatMoment } from "../format/date";
import { t } from "../i18n";
import classes from "./CommandForm.module.css";
import type { Drafted } from "./use-draft";

export function DraftNote({ draft }: { draft: Pick<Drafted<unknown>, "restoredFrom" | "kept" | "startOver"> }) {
  return (
    <>
      {draft.restoredFrom && (
        <div className={classes.note}>
          {t.commands.draftKept(formatMoment(draft.restoredFrom))}
          <Button variant="subtle" size="compact-sm" onClick={draft.startOver}>
            {t.commands.dropDraft}
          </Button>
        </div>
      )}
      {!draft.kept && <div className={classes.note}>{t.commands.notKept}</div>}
    </>
  );
}
