import { getRouteApi, Link } from "@tanstack/react-router";
import { useOne } from "../../api/queries";
import type { Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
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
import { TargetSteps } from "./TargetSteps";

const route = getRouteApi("/indicators/$id");
const words = t.registers.indicators;
type Target = Indicator["targets"][number];

function valueText(target: Target): string {
  const value = target.value;
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(formatNumber).join(" - ") : formatNumber(value);
}

const columns: Column<Target>[] = [
  { id: "year", header: words.year, width: 90, cell: (row) => String(row.year) },
  { id: "text", header: words.asPrinted, width: null, min: 160, cell: (row) => row.text },
  { id: "value", header: words.value, width: 140, right: true, cell: (row) => valueText(row) },
];

function IndicatorView({ indicator }: { indicator: Indicator }) {
  const directory = useDirectory();
  return (
    <Page
      title={indicator.name}
      subject={`indicator/${indicator.id}`}
      crumbs={
        <>
          <Link to="/indicators">{words.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/programmes/$id" params={{ id: indicator.programme }}>
            {directory.programmeName(indicator.programme)}
          </Link>
          <span aria-hidden="true">›</span>
          <span>{citedPlace(indicator.source)}</span>
        </>
      }
      note={words.noData}
    >
      <TwoColumns
        main={
          <>
            <Section title={words.steps}>
              <TargetSteps indicator={indicator} />
              <DataTable label={words.steps} rows={indicator.targets} columns={columns} rowId={(row) => `${row.year} ${row.text}`} />
            </Section>
            <Section title={t.task.document}>
              <Quote
                rows={[
                  { label: words.name, text: indicator.name },
                  ...(indicator.unit ? [{ label: words.unit, text: indicator.unit }] : []),
                  ...(indicator.tracking_text ? [{ label: words.tracking, text: indicator.tracking_text }] : []),
                  ...(indicator.implementing_text ? [{ label: words.implementing, text: indicator.implementing_text }] : []),
                ]}
                place={citedPlace(indicator.source)}
              />
            </Section>
            <Section title={t.task.agencies}>
              <Facts
                rows={[
                  [words.tracking, <AgencyNames key="tracking" ids={indicator.tracking_agencies} />],
                  [words.implementing, <AgencyNames key="implementing" ids={indicator.implementing_agencies} />],
                  [words.directionLabel, words.direction[indicator.direction] ?? indicator.direction],
                  [words.assessment, words.noData],
                  [words.note, indicator.note],
                ]}
              />
            </Section>
            <Doubts subject={`indicator/${indicator.id}`} />
          </>
        }
        side={<ActivityPanel collection="indicators" id={indicator.id} />}
      />
    </Page>
  );
}

export default function IndicatorPage() {
  const { id } = route.useParams();
  const indicator = useOne("indicators", id);
  return <QueryView query={indicator}>{(shown) => <IndicatorView indicator={shown} />}</QueryView>;
}
