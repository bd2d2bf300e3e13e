import { getRouteApi, Link } from "@tanstack/react-router";
import { useList, useOne } from "../../api/queries";
import { t } from "../../i18n";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink, AgencyNames } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { Quote } from "../../ui/Quote";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";

const route = getRouteApi("/members/$id");
const words = t.registers.agencies;

// Also those of which a decision on twins has put the member in charge.
function IndicatorsOf({ member }: { member: string }) {
  const indicators = useList("indicators", { member }).data?.items ?? [];
  if (indicators.length === 0) return null;
  return (
    <Section title={t.indicators.ofMember}>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {indicators.map((indicator) => (
          <li key={indicator.id} style={{ marginBottom: 6 }}>
            <Link to="/indicators/$id" params={{ id: indicator.id }}>
              {indicator.name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export default function MemberPage() {
  const { id } = route.useParams();
  const query = useOne("members", id);
  return (
    <QueryView query={query}>
      {(member) => (
        <Page
          title={member.position}
          subject={`member/${member.id}`}
          crumbs={
            <Link to="/committees/$id" params={{ id: member.committee }}>
              {words.committees}
            </Link>
          }
        >
          <TwoColumns
            main={
              <>
                <Section>
                  <Facts
                    rows={[
                      [words.role, t.memberRole[member.role] ?? member.role],
                      [words.title, member.agency && <AgencyLink id={member.agency} />],
                      [words.inCharge, member.in_charge_agencies.length > 0 && <AgencyNames ids={member.in_charge_agencies} />],
                    ]}
                  />
                </Section>
                <Section title={words.duties}>
                  <Quote>
                    <ul style={{ margin: 0, paddingLeft: 20 }}>
                      {member.duties.map((duty, index) => (
                        <li key={index} style={{ marginBottom: 6 }}>
                          {duty}
                        </li>
                      ))}
                    </ul>
                  </Quote>
                </Section>
                <IndicatorsOf member={member.id} />
              </>
            }
            side={<ActivityPanel collection="members" id={member.id} />}
          />
        </Page>
      )}
    </QueryView>
  );
}
