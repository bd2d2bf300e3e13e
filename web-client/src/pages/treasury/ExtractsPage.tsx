// The treasury's files: sent in here, worked on, booked; inspectors read what was booked.

import { Button, FileButton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { TreasuryExtractSummary } from "../../api/types";
import { formatDay, formatMoment } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { Page, Section } from "../../ui/Page";
import { EmptyState, QueryView } from "../../ui/States";
import { MoneyNav } from "../budget/MoneyNav";
import classes from "./Treasury.module.css";
import { useDrop, useExtracts, useStage } from "./use-extract";

const words = t.treasury;
const accepted = ".xlsx,.csv";

function Files({ title, files, drop }: { title: string; files: readonly TreasuryExtractSummary[]; drop: ((id: string) => void) | null }) {
  if (files.length === 0) return null;
  const said = (file: TreasuryExtractSummary) =>
    [
      file.as_at && `${words.asAt} ${formatDay(file.as_at)}`,
      file.booked_at ? words.bookedAt(formatMoment(file.booked_at)) : file.created_at && words.sentAt(formatMoment(file.created_at)),
      file.waiting > 0 && words.waitingCount(formatNumber(file.waiting)),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <Section title={title}>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Link to="/budget/extracts/$id" params={{ id: file.id }}>
              {file.name}
            </Link>
            <span className={classes.dim}>{said(file)}</span>
            {drop && (
              <Button size="compact-sm" variant="subtle" aria-label={`${words.drop}: ${file.name}`} onClick={() => drop(file.id)}>
                {words.drop}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Bring() {
  const navigate = useNavigate();
  const stage = useStage((staged) => void navigate({ to: "/budget/extracts/$id", params: { id: staged.id } }));
  return (
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
  );
}

function Shelf({ works }: { works: boolean }) {
  const extracts = useExtracts();
  const drop = useDrop();
  return (
    <QueryView query={extracts}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={words.none} text={words.noneText} />
        ) : (
          <>
            <Files title={words.staged} files={items.filter((one) => one.state === "staged")} drop={works ? drop.mutate : null} />
            <Files title={words.booked} files={items.filter((one) => one.state === "booked")} drop={null} />
          </>
        )
      }
    </QueryView>
  );
}

export default function ExtractsPage() {
  const allowed = useAllowed();
  const brings = allowed.may("book-treasury-extract");
  const reads = brings || allowed.has("finance") || allowed.has("inspector");
  return (
    <Page title={words.title} note={brings ? words.intro : words.readOnly}>
      <MoneyNav />
      {brings && <Bring />}
      {reads ? <Shelf works={brings} /> : <p className={classes.dim}>{words.only}</p>}
    </Page>
  );
}
