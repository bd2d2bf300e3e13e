// Above a table to type in: what was kept from the last time, what was refused and why, and what of it could be sent.

import { Button } from "@mantine/core";
import { formatMoment } from "../format/date";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { Callout } from "../ui/Callout";
import classes from "./Grid.module.css";
import type { RefusedCell } from "./sheet";
import type { Offer } from "./use-said";

const words = t.grid;

interface Props<Column extends string> {
  grid: {
    restoredFrom: string | null;
    kept: boolean;
    message: string | null;
    offer: Offer | null;
    sendOffer: () => Promise<void>;
    refused: readonly RefusedCell<Column>[];
    dismiss: () => void;
  };
  edited: number;
  labels: Readonly<Record<Column, string>>;
  message?: string | null; // of the page, where the table has none
}

function Refused<Column extends string>({ grid, labels }: Pick<Props<Column>, "grid" | "labels">) {
  if (grid.refused.length === 0) return null;
  return (
    <Callout role="alert">
      {words.refusedTitle(formatNumber(grid.refused.length))}
      <ul>
        {grid.refused.map((cell, at) => (
          <li key={at}>
            {words.refusedLine(formatNumber(cell.row + 1), cell.column ? labels[cell.column] : "…", cell.text, cell.why)}
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={grid.dismiss}>
        {words.dismiss}
      </Button>
    </Callout>
  );
}

export function GridMessages<Column extends string>({ grid, edited, labels, message = null }: Props<Column>) {
  const said = grid.message ?? message;
  return (
    <>
      {grid.restoredFrom && edited > 0 && <p className={classes.note}>{t.commands.draftKept(formatMoment(grid.restoredFrom))}</p>}
      {!grid.kept && <p className={classes.note}>{t.commands.notKept}</p>}
      {said && (
        <Callout role="alert">
          {said}{" "}
          {grid.offer && (
            <Button size="compact-sm" variant="default" onClick={() => void grid.sendOffer()}>
              {words.acceptRest(formatNumber(grid.offer.count))}
            </Button>
          )}
        </Callout>
      )}
      <Refused grid={grid} labels={labels} />
    </>
  );
}
