import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useList, useOne } from "../../api/queries";
import type { LuuDocument } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import { amendDocumentSpec } from "../../forms/specs/registers";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { documentShortName } from "../../meaning/document";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { AgencyLink } from "../../ui/AgencyNames";
import { DataTable } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import { Withheld } from "../../ui/Withheld";
import { useUndoOf } from "../../ui/Undo";
import { TwoColumns } from "../../ui/TwoColumns";
import { useTaskColumns } from "../board/TaskTable";
import { useDoubted } from "../board/use-doubted";
import { DocumentActs } from "./DocumentActs";
import { FileSection } from "./FileSection";

const route = getRouteApi("/documents/$id");
const words = t.registers.documents;
const wanted = ["place", "title", "lead", "status"];

function Mandated({ id }: { id: string }) {
  const tasks = useList("tasks").data?.items;
  const columns = useTaskColumns(useDoubted(), false);
  const rows = useMemo(() => (tasks ?? []).filter((task) => task.mandate === id), [tasks, id]);
  const shown = useMemo(() => columns.filter((column) => wanted.includes(column.id)), [columns]);
  if (rows.length === 0) return null;
  return (
    <Section title={words.citing}>
      <DataTable label={words.citing} rows={rows} columns={shown} rowId={(row) => row.id} />
    </Section>
  );
}

function Amend({ document }: { document: LuuDocument }) {
  const [open, setOpen] = useState(false);
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  const allowed = useAllowed();
  const own = acting === document.registered_by;
  const undo = useUndoOf(`document/${document.id}`);
  if (past || !allowed.may("amend-document") || !(own || allowed.has("standing-agency"))) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.amend}
      </Button>
      {open && <CommandDialog spec={amendDocumentSpec(document)} undo={undo} onClose={() => setOpen(false)} />}
    </>
  );
}

function DocumentView({ document }: { document: LuuDocument }) {
  const directory = useDirectory();
  return (
    <Page
      title={documentShortName(document)}
      crumbs={<Link to="/documents">{words.title}</Link>}
      subject={`document/${document.id}`}
      note={document.stub ? words.stub : undefined}
      actions={<Amend document={document} />}
    >
      <TwoColumns
        main={
          <>
            <Section>
              <Facts
                rows={[
                  [words.abstract, document.abstract],
                  [words.kind, t.documentKind[document.kind] ?? document.kind],
                  [words.number, document.number ?? words.noNumber],
                  [words.issued, document.issued_on && formatDay(document.issued_on)],
                  [words.issuer, document.issuer],
                  [words.signer, document.signer_title],
                  [words.external, document.external_id],
                  [words.registeredBy, <AgencyLink key="by" id={document.registered_by} />],
                  [words.citedBy, document.cited_by > 0 && formatNumber(document.cited_by)],
                  [
                    t.registers.programmes.title,
                    directory.programmes.has(document.id) && (
                      <Link to="/programmes/$id" params={{ id: document.id }}>
                        {directory.programmeName(document.id)}
                      </Link>
                    ),
                  ],
                ]}
              />
              {document.withheld && <Withheld />}
            </Section>
            {document.file && <FileSection document={document.id} file={document.file} />}
            <Mandated id={document.id} />
            <DocumentActs id={document.id} />
          </>
        }
        side={<ActivityPanel collection="documents" id={document.id} />}
      />
    </Page>
  );
}

export default function DocumentPage() {
  const { id } = route.useParams();
  const document = useOne("documents", id);
  return <QueryView query={document}>{(shown) => <DocumentView document={shown} />}</QueryView>;
}
