import { getRouteApi, Link } from "@tanstack/react-router";
import { useOne } from "../../api/queries";
import type { Doubt } from "../../api/types";
import { formatMoment } from "../../format/date";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { pageOf } from "../../meaning/subject";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { Page, Section } from "../../ui/Page";
import { Quote } from "../../ui/Quote";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { placeText } from "./DoubtsPage";

const route = getRouteApi("/doubts/$id");
const words = t.registers.doubts;

export function Place({ place }: { place: Doubt["places"][number] }) {
  const directory = useDirectory();
  const to = place.subject ? pageOf(place.subject) : null;
  const where = [directory.programmeName(place.document), placeText(place)].filter(Boolean).join(", ");
  return (
    <div style={{ marginBottom: 12 }}>
      <Quote
        place={
          <>
            {where}
            {to && (
              <>
                {". "}
                <Link to={to}>{words.openSubject}</Link>
              </>
            )}
          </>
        }
      >
        {place.quote && <p>“{place.quote}”</p>}
      </Quote>
    </div>
  );
}

export function Settlement({ doubt }: { doubt: Doubt }) {
  const directory = useDirectory();
  const { settlement } = doubt;
  if (!settlement) return null;
  return (
    <p>
      <strong>{t.doubtWork.outcome[settlement.outcome]}</strong>
      {settlement.reason && `: ${settlement.reason}`}{" "}
      <span style={{ color: "var(--lv-dim)" }}>({t.doubtWork.settledBy(directory.name(settlement.agency), formatMoment(settlement.time))})</span>
    </p>
  );
}

function DoubtView({ doubt }: { doubt: Doubt }) {
  const directory = useDirectory();
  return (
    <Page
      title={t.doubtKind[doubt.kind] ?? doubt.kind}
      crumbs={
        <>
          <Link to="/doubts">{words.title}</Link>
          <span aria-hidden="true">›</span>
          <Link to="/programmes/$id" params={{ id: doubt.programme }}>
            {directory.programmeName(doubt.programme)}
          </Link>
        </>
      }
      note={t.doubtWork.state[doubt.status]}
      actions={
        <Link to="/doubts/work" search={{ programme: doubt.programme, kind: doubt.kind }}>
          {t.doubtWork.start}
        </Link>
      }
    >
      <TwoColumns
        main={
          <>
            <Section>
              <p style={{ fontSize: 15 }}>{doubt.text}</p>
              <Settlement doubt={doubt} />
            </Section>
            <Section title={words.places}>
              {doubt.places.map((place, index) => (
                <Place key={index} place={place} />
              ))}
            </Section>
          </>
        }
        side={<ActivityPanel collection="doubts" id={doubt.id} />}
      />
    </Page>
  );
}

export default function DoubtPage() {
  const { id } = route.useParams();
  const doubt = useOne("doubts", id);
  return <QueryView query={doubt}>{(shown) => <DoubtView doubt={shown} />}</QueryView>;
}
