// One person's open work goes to another: who, from which day, by which document; the list of it first, then the minutes to sign.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { ActOutcome } from "../../api/types";
import { todayInVietnam, formatDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { ActFields } from "../../forms/ActFields";
import type { FieldSpec, FormValues } from "../../forms/spec";
import { useAct, type ActForm, type ActSpec } from "../../forms/use-act";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { hasWholeCharge } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Page, Section } from "../../ui/Page";
import { EmptyState } from "../../ui/States";
import { tell } from "../../ui/toast";
import { HandedTable, Minutes } from "./Minutes";
import { keepRecord, keptRecord, dropRecord, type HandoverRecord } from "./record";

const words = t.inside.handover;

const fieldsNow = (): readonly FieldSpec[] => [
  { name: "from", kind: "person", with: "handling", label: words.from, required: true },
  { name: "to", kind: "person", label: words.to, required: true },
  { name: "on", kind: "date", label: words.on, required: true, notAfter: todayInVietnam() },
  { name: "document", kind: "document", label: words.document },
  { name: "note", kind: "text", label: words.note, hint: words.noteHint, rows: 2 },
];

function specOf(agency: string): ActSpec {
  return {
    id: "hand-over",
    subject: `agency/${agency}`,
    path: "/acts/hand-over",
    fields: fieldsNow(),
    initial: { from: null, to: null, on: formatDay(todayInVietnam()), document: null, note: "" },
    subjects: () => ["assignment/"],
  };
}

const idsIn = (form: ActForm): string[] => (form.checked?.preview.items ?? []).map((item) => item.subject.slice("assignment/".length));

function Preview({ form, agency }: { form: ActForm; agency: string }) {
  const place = useRef<HTMLDivElement>(null);
  const checked = form.checked;
  useEffect(() => {
    place.current?.focus();
  }, [checked]);
  if (!checked) return null;
  const ids = idsIn(form);
  const count = formatNumber(ids.length);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: "none" }}>
      <Section
        title={words.previewTitle(count)}
        note={words.notYet}
        actions={
          <Button loading={form.sending} onClick={form.commit}>
            {words.commit(count)}
          </Button>
        }
      >
        <HandedTable ids={ids} agency={agency} />
      </Section>
    </div>
  );
}

function recordOf(agency: string, ids: readonly string[], values: FormValues, body: Record<string, unknown>, answer: ActOutcome): HandoverRecord {
  return {
    agency,
    from: String(body["from"]),
    to: String(body["to"]),
    on: String(body["on"]),
    document: typeof body["document"] === "string" ? body["document"] : null,
    note: typeof values["note"] === "string" ? values["note"].trim() : "",
    ids: [...ids],
    first: answer.first,
  };
}

function Handover({ agency, onDone }: { agency: string; onDone: (record: HandoverRecord) => void }) {
  const [spec] = useState(() => specOf(agency));
  const latest = useRef<ActForm | null>(null);
  const form = useAct<ActOutcome>(spec, (answer, values) => {
    const shown = latest.current;
    if (!shown?.checked) return;
    const record = recordOf(agency, idsIn(shown), values, shown.checked.body, answer);
    tell(words.done(formatNumber(record.ids.length)));
    onDone(record);
  });
  latest.current = form;
  return (
    <>
      <Section>
        <ActFields form={form} fields={spec.fields} next={words.preview} />
      </Section>
      <Preview form={form} agency={agency} />
    </>
  );
}

function OfAgency({ agency }: { agency: string }) {
  const [record, setRecord] = useState<HandoverRecord | null>(() => keptRecord(agency));
  if (!record) {
    return (
      <Handover
        agency={agency}
        onDone={(done) => {
          keepRecord(done);
          setRecord(done);
        }}
      />
    );
  }
  return (
    <Minutes
      record={record}
      onFinish={() => {
        dropRecord(agency);
        setRecord(null);
      }}
    />
  );
}

export default function HandoverPage() {
  const agency = useStore(actingFor);
  const directory = useDirectory();
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const may = agency !== null && !past && allowed.may("hand-over") && hasWholeCharge(allowed.posts);
  return (
    <Page title={words.title} crumbs={<Link to="/">{t.board.mine.title}</Link>} note={`${agency ? directory.name(agency) : ""}. ${words.intro}`}>
      {may && agency ? <OfAgency key={agency} agency={agency} /> : <EmptyState title={past ? t.top.readOnly : words.only} />}
    </Page>
  );
}
