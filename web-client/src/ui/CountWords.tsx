import type { Counts } from "../api/types";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { statuses, timelinesses, statusLook, timelinessLook } from "../meaning/status";
import { Glyph } from "./Glyph";

const line = { display: "flex", flexWrap: "wrap", gap: "2px 16px" } as const;
const item = { display: "inline-flex", alignItems: "center", gap: 5 } as const;

// All parts of a count that are not nothing, each with its shape and word.
export function CountWords({ counts, axis }: { counts: Counts; axis: "status" | "timeliness" }) {
  const parts =
    axis === "status"
      ? statuses.map((status) => ({ id: status, label: t.status[status], count: counts.status[status], look: statusLook[status] }))
      : timelinesses.map((timeliness) => ({
          id: timeliness,
          label: t.timeliness[timeliness],
          count: counts.timeliness[timeliness],
          look: timelinessLook[timeliness],
        }));
  return (
    <span style={line}>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <span key={part.id} style={item}>
            <Glyph shape={part.look.shape} tone={part.look.tone} />
            {part.label} <b style={{ fontWeight: 600 }}>{formatNumber(part.count)}</b>
          </span>
        ))}
    </span>
  );
}
