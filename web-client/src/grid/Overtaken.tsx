// A row that somebody else wrote meanwhile: what stands there now, and two ways on.

import { Button } from "@mantine/core";
import { t } from "../i18n";
import classes from "./Grid.module.css";

interface Props {
  now: string; // what stands there
  theirs?: string | undefined;
  onKeep: (() => void) | null; // null: what was typed can no longer be written
  onDrop: () => void;
}

export function Overtaken({ now, theirs, onKeep, onDrop }: Props) {
  return (
    <>
      {t.grid.overtaken}: {now === "" ? t.commands.conflict.empty : now}
      <div className={classes.buttons}>
        {onKeep && (
          <Button size="compact-sm" variant="default" onClick={onKeep}>
            {t.commands.conflict.keepMine}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          {theirs ?? t.grid.theirs}
        </Button>
      </div>
    </>
  );
}
