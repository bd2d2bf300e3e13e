// Two strips, each the whole: by status and by timeliness. Every part is a filter.

import type { Counts, Status, Timeliness } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { statuses, statusLook, timelinesses, timelinessLook, type Shape, type Tone } from "../../meaning/status";
import { Glyph } from "../../ui/Glyph";
import classes from "./CountStrips.module.css";
import { toggled, values, type BoardSearch } from "./search";

interface PartProps {
  label: string;
  count: number;
  look: { shape: Shape; tone: Tone };
  pressed: boolean;
  onToggle: () => void;
}

function Part({ label, count, look, pressed, onToggle }: PartProps) {
  const tone = count === 0 ? "grey" : look.tone;
  return (
    <button
      type="button"
      className={count === 0 ? `${classes.part} ${classes.zero}` : classes.part}
      aria-pressed={pressed}
      onClick={onToggle}
    >
      <Glyph shape={look.shape} tone={tone} />
      {label}
      <span className={classes.number}>{formatNumber(count)}</span>
    </button>
  );
}

interface Props {
  counts: Counts;
  distinct: number;
  search: BoardSearch;
  change: (part: BoardSearch) => void;
}

export function CountStrips({ counts, distinct, search, change }: Props) {
  const chosenStatuses = values<Status>(search.status);
  const chosenTimelinesses = values<Timeliness>(search.timeliness);
  const present = timelinesses.filter((timeliness) => counts.timeliness[timeliness] > 0 || chosenTimelinesses.includes(timeliness));
  return (
    <div className={classes.strips}>
      <div className={classes.strip} role="group" aria-label={t.board.byStatus}>
        <span className={classes.total} title={t.board.countsNote}>
          {t.board.total} <span className={classes.number}>{formatNumber(counts.total)}</span>
        </span>
        {distinct < counts.total && (
          <span className={classes.total} title={t.links.distinctNote}>
            {t.links.distinct} <span className={classes.number}>{formatNumber(distinct)}</span>
          </span>
        )}
        {statuses.map((status) => (
          <Part
            key={status}
            label={t.status[status]}
            count={counts.status[status]}
            look={statusLook[status]}
            pressed={chosenStatuses.includes(status)}
            onToggle={() => change({ status: toggled(search.status, status) })}
          />
        ))}
      </div>
      <div className={classes.strip} role="group" aria-label={t.board.byTimeliness}>
        {present.map((timeliness) => (
          <Part
            key={timeliness}
            label={t.timeliness[timeliness]}
            count={counts.timeliness[timeliness]}
            look={timelinessLook[timeliness]}
            pressed={chosenTimelinesses.includes(timeliness)}
            onToggle={() => change({ timeliness: toggled(search.timeliness, timeliness) })}
          />
        ))}
      </div>
    </div>
  );
}
