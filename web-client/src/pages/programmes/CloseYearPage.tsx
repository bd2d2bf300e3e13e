// Closing a year of a programme: what is unfinished goes on in another programme, and is shown before anything is written.

import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useOne } from "../../api/queries";
import type { Programme } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { ActFields } from "../../forms/ActFields";
import { PreviewSection } from "../../forms/PreviewSection";
import { useAct } from "../../forms/use-act";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { mayAmend } from "../../meaning/fitting";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { closeYearSpec, measuresAlong, yearsToClose } from "./close-year";

const route = getRouteApi("/programmes/$id/close-year");
const words = t.plans.closeYear;

function CloseYear({ programme, years }: { programme: Programme; years: readonly number[] }) {
  const directory = useDirectory();
  const navigate = useNavigate();
  const [spec] = useState(() => closeYearSpec(programme, years, [...directory.programmes.values()]));
  const form = useAct(spec, (_, values) => {
    tell(words.done(String(values["year"])));
    void navigate({ to: "/programmes/$id", params: { id: programme.id } });
  });
  const measures = measuresAlong(form.checked?.preview.items ?? []);
  return (
    <>
      <Section>
        <ActFields form={form} fields={spec.fields} next={t.bodies.preview} intro={<p>{words.intro}</p>} />
      </Section>
      <PreviewSection form={form} title={words.previewTitle} text={words.previewText} commit={words.now(String(form.values["year"]))}>
        {measures > 0 && <p>{words.measures(formatNumber(measures))}</p>}
      </PreviewSection>
    </>
  );
}

function Choice({ programme }: { programme: Programme }) {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  const years = yearsToClose(programme, todayInVietnam());
  if (past || !allowed.may("close-year") || !mayAmend(programme, acting, allowed, directory)) return <EmptyState title={words.only} />;
  if (years.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  return <CloseYear key={programme.id} programme={programme} years={years} />;
}

export default function CloseYearPage() {
  const { id } = route.useParams();
  const programme = useOne("programmes", id);
  return (
    <QueryView query={programme}>
      {(shown) => (
        <Page
          title={words.title}
          crumbs={
            <Link to="/programmes/$id" params={{ id }}>
              {shown.short_title}
            </Link>
          }
        >
          <Choice programme={shown} />
        </Page>
      )}
    </QueryView>
  );
}
