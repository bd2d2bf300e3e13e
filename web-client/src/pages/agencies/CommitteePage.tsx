import { getRouteApi, Link } from "@tanstack/react-router";
import { useList, useOne } from "../../api/queries";
import type { Member } from "../../api/types";
import { t } from "../../i18n";
import { AgencyLink } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";

const route = getRouteApi("/committees/$id");
const words = t.registers.agencies;

const columns: Column<Member>[] = [
  {
    id: "position",
    header: words.position,
    width: null,
    min: 320,
    phoneLabel: false,
    cell: (row) => (
      <Link to="/members/$id" params={{ id: row.id }}>
        {row.position}
      </Link>
    ),
  },
  { id: "role", header: words.role, width: 160, cell: (row) => t.memberRole[row.role] ?? row.role },
  { id: "agency", header: words.title, width: 280, cell: (row) => (row.agency ? <AgencyLink id={row.agency} /> : "") },
  { id: "duties", header: words.duties, width: 130, right: true, cell: (row) => String(row.duties.length) },
];

function Members({ committee }: { committee: string }) {
  const members = useList("members").data?.items ?? [];
  const rows = members.filter((member) => member.committee === committee);
  if (rows.length === 0) return null;
  return (
    <Section title={`${words.members} (${rows.length})`}>
      <DataTable label={words.members} rows={rows} columns={columns} rowId={(row) => row.id} />
    </Section>
  );
}

export default function CommitteePage() {
  const { id } = route.useParams();
  const query = useOne("committees", id);
  return (
    <QueryView query={query}>
      {(committee) => (
        <Page title={committee.name} subject={`committee/${committee.id}`} crumbs={<Link to="/agencies">{words.title}</Link>}>
          <Section>
            <Facts
              rows={[
                [t.registers.programmes.standing, <AgencyLink key="standing" id={committee.standing_agency} />],
                [
                  t.registers.programmes.helperGroups,
                  committee.helper_groups.length > 0 &&
                    committee.helper_groups.map((group) => (
                      <div key={group.name}>
                        {group.name}: <AgencyLink id={group.lead_agency} />
                      </div>
                    )),
                ],
              ]}
            />
          </Section>
          <Members committee={committee.id} />
        </Page>
      )}
    </QueryView>
  );
}
