// Beneath a table to type in: its keys, the way back, and what the page sends. On a phone it stays within reach of the thumb.

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../i18n";
import classes from "./Grid.module.css";

interface Props {
  grid: { canUndo: boolean; undo: () => void; discard: () => void };
  edited: number; // rows
  keys?: string | undefined; // where the page has keys of its own
  note?: string | undefined; // said instead of the keys
  children: ReactNode; // the page's own buttons
}

export function SaveBar({ grid, edited, keys = t.grid.keys, note, children }: Props) {
  return (
    <div className={classes.foot} data-no-print="">
      <span className={note === undefined ? classes.keys : classes.said}>{note ?? keys}</span>
      {grid.canUndo && (
        <Button variant="subtle" onClick={grid.undo}>
          {t.grid.undo}
        </Button>
      )}
      {edited > 0 && (
        <Button variant="subtle" onClick={grid.discard}>
          {t.grid.discard}
        </Button>
      )}
      {children}
    </div>
  );
}
