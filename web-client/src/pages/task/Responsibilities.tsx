import { Link } from "@tanstack/react-router";
import type { Task } from "../../api/types";
import { useOne } from "../../api/queries";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { documentName } from "../../meaning/document";
import { AgencyLink, AgencyNames } from "../../ui/AgencyNames";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";

function DocumentLink({ id }: { id: string }) {
  const document = useOne("documents", id).data;
  return (
    <Link to="/documents/$id" params={{ id }}>
      {document ? documentName(document) : id}
    </Link>
  );
}

export function Responsibilities({ task }: { task: Task }) {
  const directory = useDirectory();
  const standing = directory.standingAgency(task.programme);
  return (
    <Section title={t.task.agencies}>
      <Facts
        rows={[
          [t.task.lead, <AgencyNames key="lead" ids={task.lead_agencies} />],
          [t.task.coordinating, <AgencyNames key="coordinating" ids={task.coordinating_agencies} />],
          [t.task.confirming, task.confirming_agency && <AgencyLink id={task.confirming_agency} />],
          [t.task.standing, standing && <AgencyLink id={standing} />],
          [t.task.area, t.area[task.area] ?? task.area],
          [t.task.mandate, task.mandate && <DocumentLink id={task.mandate} />],
        ]}
      />
    </Section>
  );
}
