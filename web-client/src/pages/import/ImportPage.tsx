// Files of plans: sent in here, waiting until they are taken or dropped.

import { Button, FileButton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { formatMoment } from "../../format/date";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import classes from "./Import.module.css";
import { useDrop, useImports, useStage, type StagedImportList } from "./plan-import";

const words = t.tables.import;
const accepted = ".docx,.xlsx";

function Waiting({ list }: { list: StagedImportList }) {
  const drop = useDrop();
  if (list.items.length === 0) return <EmptyState title={words.none} />;
  return (
    <ul className={classes.files}>
      {list.items.map((file) => (
        <li key={file.id}>
          <Link to="/import/$id" params={{ id: file.id }}>
            {file.name}
          </Link>
          <span className={classes.dim}>{words.sentAt(formatMoment(file.created_at))}</span>
          <Button size="compact-sm" variant="subtle" aria-label={`${words.drop}: ${file.name}`} onClick={() => drop.mutate(file.id)}>
            {words.drop}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Files() {
  const navigate = useNavigate();
  const imports = useImports();
  const stage = useStage((staged) => void navigate({ to: "/import/$id", params: { id: staged.id } }));
  return (
    <>
      <Section>
        <FileButton accept={accepted} onChange={(file) => file && stage.mutate(file)}>
          {(props) => (
            <Button {...props} loading={stage.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        {stage.error && (
          <p role="alert" className={classes.fault}>
            {stage.error.message}
          </p>
        )}
      </Section>
      <Section title={words.waiting}>
        <QueryView query={imports}>{(list) => <Waiting list={list} />}</QueryView>
      </Section>
    </>
  );
}

export default function ImportPage() {
  const allowed = useAllowed();
  return (
    <Page title={words.title} note={words.intro} crumbs={<Link to="/programmes">{t.nav.programmes}</Link>}>
      {allowed.has("standing-agency") ? <Files /> : <EmptyState title={words.only} />}
    </Page>
  );
}
