// A command on one figure, which is read anew when the dialog opens.

import { useState } from "react";
import { useOne } from "../../api/queries";
import type { FigureKind, Submission } from "../../api/types";
import { CommandDialog } from "../../forms/CommandDialog";
import { figureSpec, type FigureMeasure } from "../../forms/specs/indicators";
import type { IndicatorCommandId } from "../../meaning/command-ids";
import { valueText } from "../../meaning/figures";
import { periodName } from "../../meaning/period";

interface Props {
  id: IndicatorCommandId;
  submission: string;
  kind: FigureKind;
  measure: FigureMeasure;
  onClose: () => void;
}

export function FigureDialog(props: Props) {
  const submission = useOne("submissions", props.submission);
  return submission.data ? <Opened {...props} read={submission.data} /> : null;
}

function Opened({ id, kind, measure, onClose, read }: Props & { read: Submission }) {
  const [spec] = useState(() => figureSpec(id, read, kind, measure));
  const figure = read.figures.find((one) => one.kind === kind);
  const now = valueText(figure?.value, { unit: read.unit, direction: measure.direction });
  return <CommandDialog spec={spec} intro={<p>{[read.name, periodName(read.period), now].filter(Boolean).join(", ")}</p>} onClose={onClose} />;
}
