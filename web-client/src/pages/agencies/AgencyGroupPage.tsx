import { getRouteApi, Link } from "@tanstack/react-router";
import { useOne } from "../../api/queries";
import { t } from "../../i18n";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";

const route = getRouteApi("/agency-groups/$id");
const words = t.registers.agencies;

export default function AgencyGroupPage() {
  const { id } = route.useParams();
  const query = useOne("agency-groups", id);
  return (
    <QueryView query={query}>
      {(group) => (
        <Page
          title={group.name}
          subject={`agency-group/${group.id}`}
          crumbs={<Link to="/agencies">{words.title}</Link>}
          note={group.complete ? undefined : words.incomplete}
        >
          <TwoColumns
            main={
              <>
                <Section>
                  <Facts
                    rows={[
                      [words.province, t.province[group.province] ?? group.province],
                      [words.aliases, group.aliases.join("; ")],
                    ]}
                  />
                </Section>
                <Section title={words.memberCount(String(group.members.length))}>
                  {group.members.length === 0 && <p>{words.incomplete}.</p>}
                  <ul style={{ margin: 0, paddingLeft: 20, columns: "260px" }}>
                    {group.members.map((member) => (
                      <li key={member}>
                        <AgencyLink id={member} />
                      </li>
                    ))}
                  </ul>
                </Section>
              </>
            }
            side={<ActivityPanel collection="agency-groups" id={group.id} />}
          />
        </Page>
      )}
    </QueryView>
  );
}
