import { SegmentedControl } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { AssessmentResult, Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { figureText, results, verificationText } from "../../meaning/figures";
import { measureOf, targetInForce } from "../../meaning/measure-of";
import { periodName } from "../../meaning/period";
import { shortPlace } from "../../meaning/place";
import { standingText, standsSo } from "../../meaning/publication";
import { AgencyNames } from "../../ui/AgencyNames";
import { ResultBadge } from "../../ui/Badges";
import { ChangeMark } from "../../ui/ChangeMark";
import { DataTable, type Column } from "../../ui/DataTable";
import { FilterChip } from "../../ui/FilterChip";
import { ListFilters } from "../../ui/ListFilters";
import { Page } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { useFound, useProgrammesOf } from "../../ui/use-found";
import { IndicatorNav } from "./IndicatorNav";
import classes from "./Indicators.module.css";
import { ManyBar, useManyIndicators } from "./ManyBar";
import { NewIndicator } from "./NewIndicator";
import { Trend } from "./Trend";

const route = getRouteApi("/indicators");
const words = t.registers.indicators;
const more = t.indicators;
const publicationFilter = { label: t.publications.filter, options: Object.entries(t.publications.filters).map(([value, label]) => ({ value, label })) };
const tiers = Object.entries(more.tiers).map(([value, label]) => ({ value, label }));
const isHeading = (row: Indicator): boolean => row.heading;
const wordsOf = (row: Indicator) => [row.name, row.tracking_text, row.implementing_text, row.unit, shortPlace(row.source)];
const resultOf = (row: Indicator): AssessmentResult => row.assessment?.result ?? "no-data";

// The milestone it is held against.
function targetText(row: Indicator): string {
  const target = targetInForce(row);
  return target ? more.targetNow(String(target.year), target.text) : "";
}

// What no document says is not repeated in every row.
function tierText(row: Indicator): string {
  const tier = row.definition?.tier ?? "unclear";
  return tier === "unclear" ? "" : (more.tiers[tier] ?? tier);
}

function Latest({ row }: { row: Indicator }) {
  const directory = useDirectory();
  const latest = row.latest;
  if (!latest) return <span className={classes.note}>{words.noData}</span>;
  return (
    <>
      {figureText(latest, measureOf(row))}
      <div className={classes.note}>
        {periodName(latest.period)}
        {latest.kind !== "actual" && `, ${more.kinds[latest.kind].toLowerCase()}`}
        {latest.due > 1 && `, ${latest.speaker ? directory.shortName(latest.speaker) : more.reported(formatNumber(latest.reported), formatNumber(latest.due))}`}
        {(latest.stage !== "verified" || latest.restatement_waiting) && `, ${verificationText(latest)}`}
        {latest.published_by && `, ${t.officials.publishedBy(directory.name(latest.published_by))}`}
        {latest.shared_from && `, ${more.shared.toLowerCase()}`}
      </div>
      {row.differs_from_statistics && <span className={classes.tag}>{t.officials.differsFromAgencies}</span>}
    </>
  );
}

function useColumns(): Column<Indicator>[] {
  const directory = useDirectory();
  return useMemo(
    () => [
      { id: "place", header: t.board.columns.place, width: 68, cell: (row) => shortPlace(row.source) },
      {
        id: "name",
        header: words.name,
        width: null,
        min: 240,
        phoneLabel: false,
        sortBy: (row) => row.name,
        cell: (row) =>
          row.heading ? (
            row.name
          ) : (
            <>
              <Link to="/indicators/$id" params={{ id: row.id }}>
                {row.name}
              </Link>{" "}
              <ChangeMark subject={`indicator/${row.id}`} />
              {tierText(row) && <div className={classes.note}>{tierText(row)}</div>}
            </>
          ),
      },
      {
        id: "programme",
        header: t.board.columns.programme,
        width: 108,
        cell: (row) => (row.heading ? "" : directory.programmeName(row.programme)),
        sortBy: (row) => directory.programmeName(row.programme),
      },
      { id: "unit", header: words.unit, width: 76, cell: (row) => (row.heading ? "" : (measureOf(row).unit ?? "")) },
      { id: "targets", header: words.target, width: 116, cell: targetText },
      {
        id: "latest",
        header: words.latest,
        width: 124,
        sortBy: (row) => row.latest?.value ?? null,
        cell: (row) => !row.heading && <Latest row={row} />,
      },
      { id: "trend", header: more.trend, width: 76, cell: (row) => <Trend indicator={row} /> },
      {
        id: "assessment",
        header: words.assessment,
        width: 150,
        sortBy: (row) => results.indexOf(resultOf(row)),
        cell: (row) => (
          <>
            {row.assessment && <ResultBadge result={row.assessment.result} />}
            {row.publication && <div className={classes.note}>{standingText(row.publication)}</div>}
          </>
        ),
      },
      {
        id: "tracking",
        header: words.tracking,
        width: 132,
        cell: (row) => (row.tracking_agencies.length > 0 ? <AgencyNames ids={row.tracking_agencies} short /> : ""),
        sortBy: (row) => row.tracking_text,
      },
    ],
    [directory],
  );
}

// How the rows stand; each part is a filter.
function ResultStrip({ rows, chosen, onChoose }: { rows: readonly Indicator[]; chosen: AssessmentResult | undefined; onChoose: (result: string) => void }) {
  const count = (result: AssessmentResult) => rows.filter((row) => resultOf(row) === result).length;
  return (
    <div className={classes.strip} data-no-print="">
      <SegmentedControl
        size="xs"
        aria-label={more.assessmentFilter}
        value={chosen ?? "all"}
        onChange={onChoose}
        data={[
          { value: "all", label: `${more.all} (${formatNumber(rows.length)})` },
          ...results.map((result) => ({ value: result, label: `${more.results[result]} (${formatNumber(count(result))})` })),
        ]}
      />
    </div>
  );
}

function Indicators({ all }: { all: readonly Indicator[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const directory = useDirectory();
  const columns = useColumns();
  const result = results.find((one) => one === search.state);
  const chosen = useMemo(
    () =>
      all.filter(
        (row) =>
          (!search.programme || row.programme === search.programme) &&
          standsSo(row, search.kind) &&
          (!search.tier || row.definition?.tier === search.tier) &&
          (!search.agency || directory.includes([...row.tracking_agencies, ...row.implementing_agencies], search.agency)),
      ),
    [all, search.programme, search.agency, search.kind, search.tier, directory],
  );
  const found = useFound(chosen, search.q, wordsOf);
  const items = found.filter((row) => !row.heading);
  const filtered = Boolean(search.q ?? search.agency ?? search.kind ?? search.tier ?? result);
  const rows = filtered ? items.filter((row) => !result || resultOf(row) === result) : found;
  const many = useManyIndicators(rows);
  const shown = useMemo(() => [...many.columns, ...columns], [many.columns, columns]);
  const programmes = useProgrammesOf(all);
  const choose = (next: string) => void navigate({ search: (old) => ({ ...old, state: next === "all" ? undefined : next }), replace: true });
  const chooseTier = (tier: string | undefined) => void navigate({ search: (old) => ({ ...old, tier }), replace: true });
  return (
    <Page title={words.title} note={words.count(formatNumber(rows.filter((row) => !row.heading).length))}>
      <IndicatorNav />
      <NewIndicator programmes={programmes} />
      <ListFilters
        sheet="indicators"
        search={{ ...search, state: undefined }}
        programmes={programmes}
        agencies
        kinds={publicationFilter}
        sheetQuery={{ q: search.q, programme: search.programme, agency: search.agency, publication: search.kind, tier: search.tier }}
        unexported={result ? more.noExport : undefined}
      >
        <FilterChip
          label={more.tier}
          options={tiers}
          chosen={search.tier ? [search.tier] : []}
          onToggle={(tier) => chooseTier(tier === search.tier ? undefined : tier)}
          onClear={() => chooseTier(undefined)}
          single
        />
      </ListFilters>
      <ResultStrip rows={items} chosen={result} onChoose={choose} />
      <ManyBar many={many} />
      {rows.length === 0 ? (
        <EmptyState title={t.states.noMatchTitle} text={t.states.noMatchText} />
      ) : (
        <DataTable
          label={words.title}
          rows={rows}
          columns={shown}
          rowId={(row) => row.id}
          isGroup={isHeading}
          height="calc(100dvh - 276px)"
        />
      )}
    </Page>
  );
}

export default function IndicatorsPage() {
  const indicators = useList("indicators");
  return <QueryView query={indicators}>{(list) => <Indicators all={list.items} />}</QueryView>;
}
