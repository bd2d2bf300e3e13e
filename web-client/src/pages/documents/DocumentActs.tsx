// What rests on a document: each recorded change that names it, on which record, when and by whom.

import { Button, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { documentActsQuery, listQuery } from "../../api/queries";
import type { DocumentAct, DocumentActs as Acts } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { sentence } from "../../meaning/history";
import { useViewTime } from "../../state/view-time";
import { Author } from "../../ui/Author";
import { Moment } from "../../ui/Moment";
import { Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import timeline from "../../ui/Timeline.module.css";
import { kindOf, useSubjectTitle } from "../../ui/use-subject-title";
import { addressOf, rolesOf } from "./acts";

const words = t.registers.documents.acts;

// The registers' pages are by register: which one a row stands in is known by the row alone.
function useAddress(acts: readonly DocumentAct[]): (subject: string) => string | null {
  const time = useViewTime();
  const wanted = acts.some((act) => act.subject.startsWith("register-entry/"));
  const entries = useQuery({ ...listQuery("register-entries", time), enabled: wanted }).data?.items;
  return (subject) => addressOf(subject, (id) => entries?.find((entry) => entry.id === id)?.register);
}

function ActLine({ act, name, to }: { act: DocumentAct; name: string; to: string | null }) {
  const directory = useDirectory();
  const roles = rolesOf(act.by, words.roles);
  return (
    <li className={timeline.item}>
      <span className={timeline.who}>
        <Author actor={act.actor} agency={act.agency} />
      </span>{" "}
      <span className={timeline.what}>{sentence({ type: act.type, actor: act.actor, changes: [] }, directory)}</span>
      <div className={timeline.note}>
        {words.kinds[kindOfRecord(act.subject)]}: {to ? <Link to={to}>{name}</Link> : name}
      </div>
      {roles.length > 0 && <div className={timeline.note}>{roles.map(words.as).join("; ")}</div>}
      <div className={timeline.when}>
        <Moment instant={act.time} relative />
      </div>
    </li>
  );
}

const kindOfRecord = (subject: string): string => subject.slice(0, subject.indexOf("/"));

function ActList({ acts }: { acts: readonly DocumentAct[] }) {
  const titleOf = useSubjectTitle([...new Set(acts.map((act) => kindOf(act.subject)))]);
  const address = useAddress(acts);
  return (
    <ol className={timeline.list} aria-label={words.title}>
      {acts.map((act) => (
        <ActLine key={act.sequence} act={act} name={titleOf(act.subject)} to={address(act.subject)} />
      ))}
    </ol>
  );
}

function KindFilter({ acts, kind, choose }: { acts: Acts; kind: string; choose: (kind: string) => void }) {
  const all = acts.kinds.reduce((sum, one) => sum + one.acts, 0);
  const options = acts.kinds.map((one) => ({ value: one.kind as string, label: words.ofKind(words.kinds[one.kind] ?? one.kind, formatNumber(one.acts)) }));
  return (
    <NativeSelect
      label={words.kind}
      data={[{ value: "", label: words.all(formatNumber(all)) }, ...options]}
      value={kind}
      onChange={(event) => choose(event.currentTarget.value)}
      data-no-print
    />
  );
}

export function DocumentActs({ id }: { id: string }) {
  const time = useViewTime();
  const [kind, setKind] = useState("");
  const [pages, setPages] = useState(1);
  const query = useQuery({ ...documentActsQuery(id, kind, time, pages), placeholderData: keepPreviousData });
  const choose = (next: string) => {
    setKind(next);
    setPages(1);
  };
  return (
    <Section title={words.title} note={words.intro}>
      <QueryView query={query}>
        {(acts) => (
          <>
            {acts.kinds.length > 1 && <KindFilter acts={acts} kind={kind} choose={choose} />}
            <p role="status">{acts.items.length === 0 ? (kind ? words.noneOfKind : words.none) : words.count(formatNumber(acts.total))}</p>
            <ActList acts={acts.items} />
            {acts.next !== null && (
              <Button variant="default" loading={query.isFetching} onClick={() => setPages(pages + 1)} data-no-print>
                {words.older}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
