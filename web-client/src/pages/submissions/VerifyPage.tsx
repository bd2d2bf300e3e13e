// What waits for being verified by the agency acted for.

import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Submission } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { periodName } from "../../meaning/period";
import { verifiesFigures } from "../../meaning/relations";
import type { QueueSearch } from "../../router";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import line from "../board/FilterLine.module.css";
import { FilterChip, type FilterOption } from "../../ui/FilterChip";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { IndicatorNav } from "../indicators/IndicatorNav";
import { Figures } from "./Figures";
import classes from "./FigureTable.module.css";
import { useDeciding } from "./use-deciding";
import { useQueue } from "./use-queue";
import { byIndicator, isWarned, matches, waitingIn, type Group, type Waiting } from "./waiting";

const route = getRouteApi("/indicators/verify");
const words = t.submissions.verify;
type Name = keyof QueueSearch;

function optionsOf(waiting: readonly Waiting[], valueOf: (one: Submission) => string, labelOf: (one: Submission) => string): FilterOption[] {
  const labels = new Map(waiting.map(({ submission }) => [valueOf(submission), labelOf(submission)]));
  return [...labels].map(([value, label]) => ({ value, label })).sort((left, right) => left.label.localeCompare(right.label, "vi", { numeric: true }));
}

function Filters({ waiting }: { waiting: readonly Waiting[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const directory = useDirectory();
  const change = (name: Name, value: string | undefined) => void navigate({ search: (old) => ({ ...old, [name]: value }), replace: true });
  const warned = waiting.filter(isWarned).length;
  const chips: [Name, string, FilterOption[]][] = [
    ["programme", t.submissions.entry.programme, optionsOf(waiting, (one) => one.programme, (one) => directory.programmeName(one.programme))],
    ["indicator", t.submissions.entry.indicator, optionsOf(waiting, (one) => one.indicator, (one) => one.name)],
    ["agency", t.indicators.agency, optionsOf(waiting, (one) => one.agency, (one) => directory.name(one.agency))],
    ["period", t.submissions.entry.period, optionsOf(waiting, (one) => one.period, (one) => periodName(one.period))],
    [
      "warned",
      words.warned,
      [
        { value: "yes", label: words.withWarnings(formatNumber(warned)) },
        { value: "no", label: words.withoutWarnings(formatNumber(waiting.length - warned)) },
      ],
    ],
  ];
  return (
    <div className={line.line} role="group" aria-label={t.board.filters.label} style={{ marginBottom: 10 }} data-no-print="">
      {chips.map(([name, label, options]) => {
        const chosen = search[name];
        return (
          <FilterChip
            key={name}
            label={label}
            options={options}
            chosen={chosen ? [chosen] : []}
            onToggle={(value) => change(name, value === chosen ? undefined : value)}
            onClear={() => change(name, undefined)}
            single
            searchable={options.length > 8}
          />
        );
      })}
    </div>
  );
}

// What its lines have in common.
function Heading({ group }: { group: Group }) {
  const directory = useDirectory();
  const submission = group.lines[0]?.submission;
  if (!submission) return null;
  return (
    <>
      <Link to="/indicators/$id" params={{ id: submission.indicator }}>
        {submission.name}
      </Link>
      , {periodName(submission.period)}
      <div className={classes.dim}>
        {directory.programmeName(submission.programme)}, {words.figures(formatNumber(group.lines.length))}
      </div>
    </>
  );
}

function Queue({ submissions }: { submissions: readonly Submission[] }) {
  const search = route.useSearch();
  const allowed = useAllowed();
  const writable = !isPast(useViewTime()) && allowed.may("verify-submission") && verifiesFigures(allowed.posts);
  const waiting = useMemo(() => waitingIn(submissions), [submissions]);
  const groups = useMemo(() => byIndicator(waiting.filter((one) => matches(one, search))), [waiting, search]);
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  const deciding = useDeciding(lines, "verify");
  if (waiting.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  return (
    <>
      <Filters waiting={waiting} />
      {lines.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <Figures
          deed="verify"
          lines={lines}
          groups={groups}
          heading={(group) => <Heading group={group} />}
          deciding={deciding}
          writable={writable}
          height="calc(100dvh - 356px)"
        />
      )}
    </>
  );
}

export default function VerifyPage() {
  const agency = useStore(actingFor);
  const directory = useDirectory();
  const queue = useQueue(agency);
  return (
    <Page title={words.title} note={agency ? `${directory.name(agency)}. ${words.intro}` : words.only}>
      <IndicatorNav />
      {agency ? <QueryView query={queue}>{(read) => <Queue key={agency} submissions={read.items} />}</QueryView> : <EmptyState title={words.none} text={words.only} />}
    </Page>
  );
}
