import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useList } from "../../api/queries";
import type { Programme } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatMillions, formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { AgencyLink } from "../../ui/AgencyNames";
import { CountWords } from "../../ui/CountWords";
import { ExportButton } from "../../ui/ExportButton";
import { Facts } from "../../ui/Facts";
import { Page } from "../../ui/Page";
import { StackedBar } from "../../ui/StackedBar";
import { EmptyState, QueryView } from "../../ui/States";
import classes from "./Programmes.module.css";

const words = t.registers.programmes;

export function yearsOf(programme: Programme): string {
  return words.years(programme.year_from, programme.year_to);
}

function taskCount(programme: Programme): string {
  const { tasks, groups } = programme.counts;
  if (tasks === 0) return words.noTasks;
  return groups > 0 ? words.counts(formatNumber(tasks), formatNumber(groups)) : formatNumber(tasks);
}

// Standing agencies take new plans in from files.
function ImportLink() {
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  if (past || !allowed.has("standing-agency")) return null;
  return (
    <Button variant="default" component={Link} to="/import">
      {t.tables.import.title}
    </Button>
  );
}

function Card({ programme }: { programme: Programme }) {
  const issued = programme.issued_on ? `. ${words.issued(formatDay(programme.issued_on))}` : "";
  return (
    <article className={classes.card}>
      <h2>
        <Link to="/programmes/$id" params={{ id: programme.id }}>
          {programme.short_title}
        </Link>
      </h2>
      <p className={classes.long}>{programme.title}</p>
      {programme.progress.total > 0 && (
        <>
          <StackedBar counts={programme.progress} />
          <CountWords counts={programme.progress} axis="status" />
        </>
      )}
      <div className={classes.facts}>
        <Facts
          rows={[
            [words.tasks, taskCount(programme)],
            [words.indicators, formatNumber(programme.counts.indicators)],
            [words.need, !programme.need_total ? null : t.common.overMillion(formatMillions(programme.need_total))],
            [words.doubts, formatNumber(programme.counts.doubts)],
            [words.standing, <AgencyLink key="standing" id={programme.standing_agency} />],
          ]}
        />
      </div>
      <p className={classes.dim}>
        {t.province[programme.province] ?? programme.province}. {yearsOf(programme)}
        {issued}
      </p>
    </article>
  );
}

export default function ProgrammesPage() {
  const programmes = useList("programmes");
  return (
    <Page title={words.title} actions={
        <>
          <ExportButton path="/programmes.xlsx" />
          <ImportLink />
        </>
      }>
      <QueryView query={programmes}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={t.states.pastTitle} text={t.states.pastText} />
          ) : (
            <div className={classes.cards}>
              {list.items.map((programme) => (
                <Card key={programme.id} programme={programme} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
