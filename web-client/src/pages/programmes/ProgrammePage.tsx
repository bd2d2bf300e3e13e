import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useOne } from "../../api/queries";
import type { Programme } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatMillions, formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { registerTaskSpec } from "../../forms/specs/registers";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { mayAmend } from "../../meaning/fitting";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { draftsOf } from "../../state/drafts";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink } from "../../ui/AgencyNames";
import { CountWords } from "../../ui/CountWords";
import { ExportButton } from "../../ui/ExportButton";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { StackedBar } from "../../ui/StackedBar";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import classes from "./Programmes.module.css";
import { yearsToClose } from "./close-year";
import { yearsOf } from "./ProgrammesPage";
import { Sections } from "./Sections";

const route = getRouteApi("/programmes/$id");
const words = t.registers.programmes;

function PlanLinks({ programme }: { programme: Programme }) {
  const search = { programme: programme.id };
  return (
    <div className={classes.links}>
      <ExportButton path={`/programmes/${programme.id}/export.xlsx`} />
      <Link to="/board" search={search}>
        {words.onBoard}
      </Link>
      <Link to="/indicators" search={search}>
        {words.indicators} ({formatNumber(programme.counts.indicators)})
      </Link>
      {programme.counts.budget_lines > 0 && (
        <Link to="/budget-lines" search={search}>
          {words.budget} ({formatNumber(programme.counts.budget_lines)})
        </Link>
      )}
      <Link to="/reporting-duties" search={search}>
        {words.duties}
      </Link>
      <Link to="/doubts" search={search}>
        {words.doubts} ({formatNumber(programme.counts.doubts)})
      </Link>
      {programme.committee && (
        <Link to="/committees/$id" params={{ id: programme.committee }}>
          {words.members}
        </Link>
      )}
    </div>
  );
}

function ClosedYears({ programme }: { programme: Programme }) {
  const directory = useDirectory();
  return programme.closed_years.map((one, place) => (
    <span key={one.year}>
      {place > 0 && "; "}
      {one.year}
      {one.into && (
        <>
          {" "}
          ({t.plans.closeYear.goesOnIn}{" "}
          <Link to="/programmes/$id" params={{ id: one.into }}>
            {directory.programmeName(one.into)}
          </Link>
          )
        </>
      )}
    </span>
  ));
}

// What the standing agency may do with the programme.
function Actions({ programme }: { programme: Programme }) {
  const [registering, setRegistering] = useState(false);
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  if (past || !mayAmend(programme, acting, allowed, directory)) return null;
  const begun = draftsOf(`programme/${programme.id}`).includes("amend-programme");
  return (
    <>
      <Button component={Link} to={`/programmes/${programme.id}/amend`}>
        {begun ? t.amendment.openDraft : t.amendment.title}
      </Button>
      <Button variant="default" onClick={() => setRegistering(true)}>
        {t.commands.names["register-task"]}
      </Button>
      {allowed.may("close-year") && yearsToClose(programme, todayInVietnam()).length > 0 && (
        <Button variant="default" component={Link} to={`/programmes/${programme.id}/close-year`}>
          {t.plans.closeYear.title}
        </Button>
      )}
      {registering && <CommandDialog spec={registerTaskSpec(programme)} onClose={() => setRegistering(false)} />}
    </>
  );
}

function ProgrammeView({ programme }: { programme: Programme }) {
  return (
    <Page
      title={programme.short_title}
      crumbs={<Link to="/programmes">{words.title}</Link>}
      subject={`programme/${programme.id}`}
      note={programme.title}
      actions={<Actions programme={programme} />}
    >
      <TwoColumns
        main={
          <>
            <Section title={words.progress}>
              <Facts
                rows={[
                  [
                    words.tasks,
                    programme.progress.total > 0
                      ? words.completed(formatNumber(programme.progress.status.completed), formatNumber(programme.progress.total))
                      : words.noTasks,
                  ],
                  ["", programme.progress.total > 0 && <StackedBar counts={programme.progress} />],
                  [t.board.columns.status, programme.progress.total > 0 && <CountWords counts={programme.progress} axis="status" />],
                  [
                    t.board.columns.timeliness,
                    programme.progress.total > 0 && <CountWords counts={programme.progress} axis="timeliness" />,
                  ],
                  [words.need, Boolean(programme.need_total) && t.common.overMillion(formatMillions(programme.need_total ?? 0))],
                  [words.standing, <AgencyLink key="standing" id={programme.standing_agency} />],
                  [t.registers.agencies.province, t.province[programme.province] ?? programme.province],
                  [t.registers.indicators.year, yearsOf(programme)],
                  [t.plans.closeYear.closed, programme.closed_years.length > 0 && <ClosedYears key="closed" programme={programme} />],
                  [t.registers.documents.issued, programme.issued_on && formatDay(programme.issued_on)],
                ]}
              />
              <div style={{ marginTop: 12 }}>
                <PlanLinks programme={programme} />
              </div>
            </Section>
            <Sections programme={programme} />
          </>
        }
        side={<ActivityPanel collection="programmes" id={programme.id} />}
      />
    </Page>
  );
}

export default function ProgrammePage() {
  const { id } = route.useParams();
  const programme = useOne("programmes", id);
  return <QueryView query={programme}>{(shown) => <ProgrammeView programme={shown} />}</QueryView>;
}
