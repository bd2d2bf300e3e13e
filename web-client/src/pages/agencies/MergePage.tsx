// Merging an agency into another: what is open passes to the successor, and is shown before anything is written.

import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useOne } from "../../api/queries";
import type { Agency } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { ActFields } from "../../forms/ActFields";
import { PreviewSection } from "../../forms/PreviewSection";
import { mergeFields } from "../../forms/specs/agencies";
import { useAct, type ActSpec } from "../../forms/use-act";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";

const route = getRouteApi("/agencies/$id/merge");
const words = t.bodies;

function specOf(agency: Agency): ActSpec {
  return {
    id: "merge-agency",
    subject: `agency/${agency.id}`,
    path: `/agencies/${agency.id}/merge`,
    fields: mergeFields(agency),
    initial: { into: null, from_date: formatDay(todayInVietnam()), document: null },
    basedOn: agency.sequence,
    subjects: (values) => [`agency/${agency.id}`, `agency/${String(values["into"])}`],
  };
}

function Merge({ agency }: { agency: Agency }) {
  const directory = useDirectory();
  const navigate = useNavigate();
  const [spec] = useState(() => specOf(agency));
  const form = useAct(spec, () => {
    tell(words.merged);
    void navigate({ to: "/agencies/$id", params: { id: agency.id } });
  });
  const into = form.values["into"];
  return (
    <>
      <Section>
        <ActFields form={form} fields={spec.fields} next={words.preview} />
      </Section>
      <PreviewSection
        form={form}
        title={words.previewTitle}
        text={words.previewText}
        none={words.previewNone}
        commit={words.mergeNow(directory.shortName(String(into ?? "")))}
      />
    </>
  );
}

export default function MergePage() {
  const { id } = route.useParams();
  const agency = useOne("agencies", id);
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  return (
    <QueryView query={agency}>
      {(shown) => (
        <Page
          title={`${words.merge}: ${shown.name}`}
          crumbs={
            <Link to="/agencies/$id" params={{ id }}>
              {shown.name}
            </Link>
          }
        >
          {allowed.may("merge-agency") && !past && !shown.ended_on ? (
            <Merge key={shown.id} agency={shown} />
          ) : (
            <EmptyState title={shown.ended_on ? words.endedOn(formatDay(shown.ended_on)) : t.people.admin.only} />
          )}
        </Page>
      )}
    </QueryView>
  );
}
