// What measures a task, with what its reports say; and the way to the numbers in its words that nobody has decided on.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Task } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { findingText } from "../../meaning/figures";
import { boundText } from "../../meaning/measures";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Section } from "../../ui/Page";
import { removing } from "./measure";
import classes from "./Measures.module.css";
import { useDecide, useMeasures } from "./use-measures";

const words = t.measures;
type MeasureOfTask = Task["measures"][number];

function Standing({ measure }: { measure: MeasureOfTask }) {
  if (measure.deliverable == null) return null;
  if (measure.done === null) return <span className={classes.note}>{words.notReported}</span>;
  return (
    <span>
      {words.done(formatNumber(measure.done))}, <strong>{measure.reached ? words.reached : words.notReached}</strong>
    </span>
  );
}

function Origin({ measure }: { measure: MeasureOfTask }) {
  if (!measure.place) return null;
  return (
    <span className={classes.note}>
      {words.quoted(measure.place.text)}
      {!measure.in_words && `, ${words.gone}`}
    </span>
  );
}

export function MeasuresOfTask({ task }: { task: Task }) {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const may = !past && allowed.may("set-measures") && standsFor(task.programme, acting, allowed.posts, directory);
  const row = useMeasures({ task: task.id }, may).data?.items[0];
  const decide = useDecide(row);
  const open = row?.numbers.length ?? 0;
  if (task.measures.length === 0 && open === 0) return null;
  return (
    <Section title={words.title}>
      <ul className={classes.list}>
        {task.measures.map((measure, index) => (
          <li key={`${index} ${measure.what}`}>
            <div>
              <strong>{boundText(measure)}</strong> {measure.what}
            </div>
            {measure.findings.map((finding) => (
              <div key={finding.value} className={classes.note}>
                {words.questioned(findingText(finding))}
              </div>
            ))}
            <div className={classes.line}>
              <Standing measure={measure} /> <Origin measure={measure} />
              {may && row && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.removeOf(measure.what)}
                  loading={decide.sending}
                  onClick={() => void decide.send(removing(row, index), words.removed)}
                  data-no-print
                >
                  {words.remove}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {decide.message && (
        <p className={classes.message} role="alert">
          {decide.message}
        </p>
      )}
      {open > 0 && (
        <p data-no-print>
          <Link to="/indicators/measures" search={{ programme: task.programme }}>
            {words.open(formatNumber(open))}
          </Link>
        </p>
      )}
    </Section>
  );
}
