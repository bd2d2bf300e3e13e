import type { AssessmentResult, PublicationState, Status, Timeliness } from "../api/types";
import { t } from "../i18n";
import { resultLook } from "../meaning/figures";
import { publicationLook } from "../meaning/publication";
import { statusLook, timelinessLook, type Shape, type Tone } from "../meaning/status";
import classes from "./Badge.module.css";
import { Glyph } from "./Glyph";

interface Look {
  shape: Shape;
  tone: Tone;
}

function Badge({ look, label, filled }: { look: Look; label: string; filled: boolean }) {
  const style = filled
    ? { color: `var(--lv-${look.tone})`, background: `var(--lv-${look.tone}-soft)` }
    : { color: look.tone === "grey" ? "var(--lv-dim)" : `var(--lv-${look.tone})` };
  return (
    <span className={filled ? `${classes.badge} ${classes.filled}` : classes.badge} style={style}>
      <Glyph shape={look.shape} tone={look.tone} />
      {label}
    </span>
  );
}

export function StatusBadge({ status, filled = false }: { status: Status; filled?: boolean }) {
  return <Badge look={statusLook[status]} label={t.status[status]} filled={filled} />;
}

export function TimelinessBadge({ timeliness, filled = false }: { timeliness: Timeliness; filled?: boolean }) {
  return <Badge look={timelinessLook[timeliness]} label={t.timeliness[timeliness]} filled={filled} />;
}

export function ResultBadge({ result, filled = false }: { result: AssessmentResult; filled?: boolean }) {
  return <Badge look={resultLook[result]} label={t.indicators.results[result]} filled={filled} />;
}

export function PublicationBadge({ state }: { state: PublicationState }) {
  return <Badge look={publicationLook[state]} label={t.publications.states[state]} filled={false} />;
}
