import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useOne } from "../../api/queries";
import type { BudgetLine } from "../../api/types";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { citedPlace } from "../../meaning/place";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyNames } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { Quote } from "../../ui/Quote";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { Doubts } from "../task/Doubts";

const route = getRouteApi("/budget-lines/$id");
const words = t.registers.budget;
type Year = readonly [string, number | null];

const columns: Column<Year>[] = [
  { id: "year", header: t.registers.indicators.year, width: 100, cell: ([year]) => year },
  {
    id: "need",
    header: words.need,
    width: null,
    min: 140,
    right: true,
    cell: ([, amount]) => (amount === null ? words.blank : formatMillions(amount)),
  },
];

function LineView({ line }: { line: BudgetLine }) {
  const directory = useDirectory();
  const years = useMemo<Year[]>(() => Object.entries(line.need?.years ?? {}), [line.need]);
  const need = line.need ? t.common.overMillion(formatMillions(line.need.total)) : null;
  return (
    <Page
      title={line.name}
      subject={`budget-line/${line.id}`}
      crumbs={
        <>
          <Link to="/budget-lines">{words.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/programmes/$id" params={{ id: line.programme }}>
            {directory.programmeName(line.programme)}
          </Link>
          <span aria-hidden="true">›</span>
          <span>{citedPlace(line.source)}</span>
        </>
      }
    >
      <TwoColumns
        main={
          <>
            <Section title={words.need} note={words.unit}>
              <Facts
                rows={[
                  [words.need, need],
                  [words.allocated, t.common.overMillion(formatMillions(line.allocated))],
                  [words.disbursed, t.common.overMillion(formatMillions(line.disbursed))],
                  [words.source, t.fundingSource[line.funding_source] ?? line.funding_source],
                ]}
              />
              <div style={{ marginTop: 12 }}>
                <DataTable label={words.byYear} rows={years} columns={columns} rowId={([year]) => year} />
              </div>
            </Section>
            <Section title={t.task.document}>
              <Quote
                rows={[
                  { label: words.line, text: line.name },
                  ...(line.lead_text ? [{ label: t.task.lead, text: line.lead_text }] : []),
                  ...(line.coordinating_text ? [{ label: t.task.coordinating, text: line.coordinating_text }] : []),
                ]}
                place={citedPlace(line.source)}
              />
            </Section>
            <Section title={t.task.agencies}>
              <Facts
                rows={[
                  [t.task.lead, <AgencyNames key="lead" ids={line.lead_agencies} />],
                  [t.task.coordinating, <AgencyNames key="coordinating" ids={line.coordinating_agencies} />],
                ]}
              />
            </Section>
            <Doubts subject={`budget-line/${line.id}`} />
          </>
        }
        side={<ActivityPanel collection="budget-lines" id={line.id} />}
      />
    </Page>
  );
}

export default function BudgetLinePage() {
  const { id } = route.useParams();
  const line = useOne("budget-lines", id);
  return <QueryView query={line}>{(shown) => <LineView line={shown} />}</QueryView>;
}
