// Pieces that the pages of records share.

import { Link } from "@tanstack/react-router";
import type { Organisation, PlannedStep } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import type { Programmes } from "../../forms/specs/records";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { documentRefText } from "../../meaning/values";
import type { Allowed } from "../../state/allowed";
import type { ListSearch } from "../../router";
import { AgencyLink } from "../../ui/AgencyNames";
import { EmptyState } from "../../ui/States";
import { useDocumentNames } from "../../ui/use-names";
import { useSubjectTitle } from "../../ui/use-subject-title";
import classes from "./Records.module.css";

const words = t.records;

// A list without rows: because of its filters, or because nobody has entered anything.
export function NothingYet({ search, title, guide }: { search: ListSearch; title: string; guide: string }) {
  const filtered = Object.values(search).some((value) => value !== undefined);
  return filtered ? <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} /> : <EmptyState title={title} text={guide} />;
}

export function OrganisationName({ of }: { of: Organisation | null }) {
  if (!of) return null;
  return of.agency ? <AgencyLink id={of.agency} /> : <span>{of.name}</span>;
}

export function useDocumentText(): (ref: Parameters<typeof documentRefText>[0] | null) => string | null {
  const nameOf = useDocumentNames();
  return (ref) => (ref === null ? null : documentRefText(ref, nameOf));
}

export function TaskLinks({ ids }: { ids: readonly string[] }) {
  const titleOf = useSubjectTitle(ids.length > 0 ? ["task"] : []);
  if (ids.length === 0) return null;
  return (
    <ul className={classes.plain}>
      {ids.map((id) => (
        <li key={id}>
          <Link to="/tasks/$id" params={{ id }}>
            {titleOf(`task/${id}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function Milestones({ steps }: { steps: readonly PlannedStep[] }) {
  if (steps.length === 0) return <p className={classes.note}>{words.milestones.none}</p>;
  return (
    <ul className={classes.plain}>
      {steps.map((step, index) => (
        <li key={index}>
          {formatDay(step.due)}: {step.name}{" "}
          {step.done_on ? (
            <span className={classes.note}>{words.milestones.met(formatDay(step.done_on))}</span>
          ) : (
            step.due < todayInVietnam() && <span className={classes.late}>{words.milestones.late}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function useProgrammes(): Programmes {
  const directory = useDirectory();
  return { ids: directory.programmeIds(), nameOf: (id) => directory.programmeName(id) };
}

// Whether the agency acted for stands over what belongs to the programme, or to none.
export function useStands(allowed: Allowed, acting: string | null): (programme: string | null) => boolean {
  const directory = useDirectory();
  return (programme) => acting !== null && allowed.has("standing-agency") && (programme === null || directory.standingAgency(programme) === acting);
}
