// What is counted for a figure: offered with where it comes from, taken by a click or by "=".

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { FigureKind, SubmissionGridRow } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { countedText, originText } from "../../meaning/counted";
import { agreesWithCount, isOffered, type Cells } from "./cells";
import classes from "./Submissions.module.css";

const words = t.counted;

interface Props {
  row: SubmissionGridRow;
  kind: FigureKind;
  cells: Cells;
  writable: boolean;
  onTake: (row: SubmissionGridRow) => void;
}

export function Counted({ row, kind, cells, writable, onTake }: Props) {
  const { counted } = row;
  if (counted === null) return null;
  const behind = counted.denominator ?? counted.numerator;
  const agrees = agreesWithCount(row, cells);
  return (
    <div className={classes.counted}>
      <span className={classes.note}>
        {words.offer(countedText(counted, { unit: row.definition.unit ?? row.unit, direction: row.definition.direction }))} ({originText(counted)})
      </span>
      {agrees && <span className={classes.agrees}>{words.agrees}</span>}
      {writable && !agrees && isOffered(row, kind) && (
        <Button size="compact-xs" variant="default" aria-label={words.takeFor(row.name)} onClick={() => onTake(row)}>
          {words.take}
        </Button>
      )}
      {behind > 0 && (
        <Link to="/missions" search={{ counted_for: row.submission }}>
          {words.see(formatNumber(behind))}
        </Link>
      )}
    </div>
  );
}
