// Closing a year of a programme: what is unfinished goes on in another programme, and is shown before anything is written.

import { Button } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useOne } from "../../api/queries";
import type { Programme } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { ActFields } from "../../forms/ActFields";
import { useAct, type ActForm } from "../../forms/use-act";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { mayAmend } from "../../meaning/fitting";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Page, Section } from "../../ui/Page";
import { PreviewList } from "../../ui/PreviewList";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { closeYearSpec, measuresAlong, yearsToClose } from "./close-year";

const route = getRouteApi("/programmes/$id/close-year");
const words = t.plans.closeYear;

function Preview({ form, year }: { form: ActForm; year: string }) {
  const place = useRef<HTMLDivElement>(null);
  const items = form.checked?.preview.items;
  useEffect(() => {
    place.current?.focus();
  }, [items]);
  if (!items) return null;
  const measures = measuresAlong(items);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: "none" }}>
      <Section
        title={words.previewTitle}
        note={t.bodies.previewCount(formatNumber(items.length))}
        actions={
          <Button loading={form.sending} onClick={form.commit}>
            {words.now(year)}
          </Button>
        }
      >
        <p>{words.previewText}</p>
        {measures > 0 && <p>{words.measures(formatNumber(measures))}</p>}
      </Section>
      <PreviewList items={items} />
    </div>
  );
}

function CloseYear({ programme, years }: { programme: Programme; years: readonly number[] }) {
  const directory = useDirectory();
  const navigate = useNavigate();
  const [spec] = useState(() => closeYearSpec(programme, years, [...directory.programmes.values()]));
  const form = useAct(spec, (_, values) => {
    tell(words.done(String(values["year"])));
    void navigate({ to: "/programmes/$id", params: { id: programme.id } });
  });
  return (
    <>
      <Section>
        <ActFields form={form} fields={spec.fields} next={t.bodies.preview} intro={<p>{words.intro}</p>} />
      </Section>
      <Preview form={form} year={String(form.values["year"])} />
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
