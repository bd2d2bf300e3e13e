// What the plans for a year say of an assignment: its milestones, and the result of each year.

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Assignment, Task, YearPlan, YearResult } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { yearSpec } from "../../forms/specs/plans";
import { t } from "../../i18n";
import type { PlanCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { relationTo } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Facts } from "../../ui/Facts";
import classes from "./TaskPage.module.css";

const words = t.plans;

interface Open {
  id: PlanCommandId;
  year: number;
  milestone?: string;
}
type Ask = (open: Open) => void;
type May = (id: PlanCommandId) => boolean;

// What of this the agency acted for may do; the server decides.
function useMay(task: Task, assignment: Assignment): { of: (agency: string) => May; here: May } {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const now = !isPast(useViewTime()) && task.carried_to === null;
  const relation = relationTo(task, acting, directory, allowed.posts);
  const works = assignment.unit === "joint" ? relation.leads : assignment.unit === acting;
  const judges: readonly PlanCommandId[] = ["accept-year", "return-year", "reopen-year"];
  return {
    of: (agency) => (id) => now && acting === agency && allowed.may(id),
    here: (id) => now && (judges.includes(id) ? relation.confirms : works) && allowed.may(id),
  };
}

function MilestoneLine({ plan, milestone, may, ask }: { plan: YearPlan; milestone: YearPlan["milestones"][number]; may: May; ask: Ask }) {
  const late = !milestone.met && milestone.due < todayInVietnam();
  const id: PlanCommandId = milestone.met ? "unmeet-milestone" : "meet-milestone";
  return (
    <li>
      {formatDay(milestone.due)}: {milestone.name}
      {milestone.quantity !== null && ` (${formatNumber(milestone.quantity)} ${plan.product?.unit ?? ""})`}{" "}
      <span className={late ? classes.returnedTag : classes.note}>
        {milestone.met ? words.met(formatDay(milestone.met.on)) : late ? words.missed : words.unmet}
      </span>{" "}
      {may(id) && (
        <Button size="compact-xs" variant="default" data-no-print="" onClick={() => ask({ id, year: plan.year, milestone: milestone.id })}>
          {milestone.met ? words.unmeet : words.meet}
        </Button>
      )}
    </li>
  );
}

function PlanBlock({ plan, may, ask }: { plan: YearPlan; may: May; ask: Ask }) {
  const directory = useDirectory();
  const product = plan.product;
  const amount = product?.quantity == null ? "" : ` (${formatNumber(product.quantity)} ${product.unit ?? ""})`;
  return (
    <div className={classes.inset}>
      <h3>{words.ofTask(directory.shortName(plan.agency), String(plan.year))}</h3>
      {plan.left_out && <p>{words.leftOut}</p>}
      <Facts rows={[[words.product, product && `${product.text}${amount}`]]} />
      <ul>
        {plan.milestones.map((milestone) => (
          <MilestoneLine key={milestone.id} plan={plan} milestone={milestone} may={may} ask={ask} />
        ))}
      </ul>
    </div>
  );
}

function ResultBlock({ result, may, ask }: { result: YearResult; may: May; ask: Ask }) {
  const year = result.year;
  return (
    <div className={classes.inset}>
      <div className={classes.statementHead}>
        <h3>{words.result(String(year))}</h3>
        <span className={result.state === "returned" ? classes.returnedTag : classes.note}>
          {words.resultStates[result.state]}, {formatDay(result.completed_on)}
        </span>
        {result.state === "submitted" && may("accept-year") && (
          <Button size="compact-xs" data-no-print="" onClick={() => ask({ id: "accept-year", year })}>
            {words.acceptYear}
          </Button>
        )}
        {result.state === "submitted" && may("return-year") && (
          <Button size="compact-xs" variant="default" data-no-print="" onClick={() => ask({ id: "return-year", year })}>
            {words.returnYear}
          </Button>
        )}
        {result.state === "accepted" && may("reopen-year") && (
          <Button size="compact-xs" variant="default" data-no-print="" onClick={() => ask({ id: "reopen-year", year })}>
            {words.reopenYear}
          </Button>
        )}
      </div>
      {result.result && <p>{result.result}</p>}
      {result.return_reason && <p>{words.returned(result.return_reason)}</p>}
    </div>
  );
}

// Of this year, while none waits or was accepted.
function canSubmit(assignment: Assignment, year: number): boolean {
  const open = assignment.status === "not-started" || assignment.status === "in-progress";
  const planned = assignment.year_plans.some((plan) => plan.year === year && !plan.left_out);
  const result = assignment.year_results.find((one) => one.year === year);
  const standing = ["ongoing", "recurring", "from_period_on"].includes(assignment.window.kind);
  return open && planned && standing && (!result || result.state === "returned");
}

export function YearPlans({ task, assignment }: { task: Task; assignment: Assignment }) {
  const may = useMay(task, assignment);
  const [open, setOpen] = useState<Open | null>(null);
  const year = Number(todayInVietnam().slice(0, 4));
  const submits = may.here("submit-year") && canSubmit(assignment, year);
  return (
    <>
      {assignment.year_plans.map((plan) => (
        <PlanBlock key={plan.agency + plan.year} plan={plan} may={may.of(plan.agency)} ask={setOpen} />
      ))}
      {assignment.year_results.map((result) => (
        <ResultBlock key={result.year} result={result} may={may.here} ask={setOpen} />
      ))}
      {submits && (
        <Button size="compact-sm" variant="default" data-no-print="" onClick={() => setOpen({ id: "submit-year", year })}>
          {words.submitYear}
        </Button>
      )}
      {open && <CommandDialog spec={yearSpec(open.id, assignment, open.year, open.milestone)} onClose={() => setOpen(null)} />}
    </>
  );
}
