// "Định nghĩa chung": one form for the definitions of many indicators; it is asked first which of them would be refused.

import { Button, Modal, Select } from "@mantine/core";
import { useState } from "react";
import { getAll, post } from "../../api/client";
import type { DefinitionDifference, Indicator } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatDay, parseDay, todayInVietnam } from "../../format/date";
import { formatNumber } from "../../format/number";
import { AgencyField } from "../../forms/AgencyFields";
import { DocumentField } from "../../forms/DocumentField";
import type { DocumentValue } from "../../forms/spec";
import { t } from "../../i18n";
import { Callout } from "../../ui/Callout";
import { DateBox } from "../../ui/DateBox";
import { tell } from "../../ui/toast";
import { itemsOf, nothingCommon, saysSomething, sorted, type Common, type DefinitionBasis, type DefineItem, type Sorted } from "./define-many";
import classes from "./Indicators.module.css";

const words = t.manyDefinitions;
const labels = t.indicators;
const path = "/acts/define-indicators";
const choices = { frequency: labels.frequency, counting: labels.counting, combine: labels.combine, tier: labels.tiers };
type Choice = keyof typeof choices;

interface Typed {
  day: string;
  document: DocumentValue | null;
  common: Common;
}

// Null while something is missing.
function basisOf({ day, document, common }: Typed): DefinitionBasis | null {
  const from = parseDay(day);
  const later = document?.later ? parseDay(document.later) : null;
  const ref = document?.id ?? (later ? { later } : null);
  return from && ref && saysSomething(common) ? { valid_from: from, document: ref } : null;
}

// Asks about all, and writes them where none is refused.
function useDefining(chosen: ReadonlySet<string>, onDone: () => void) {
  const write = useWrite<unknown>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Sorted | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const send = async (items: readonly DefineItem[], unchanged: number) => {
    if (items.length > 0) await write.mutateAsync({ path, body: { items }, key: newKey(), subjects: items.map((item) => item.subject) });
    const done = words.saved(formatNumber(items.length));
    tell(unchanged > 0 ? `${done}. ${words.unchanged(formatNumber(unchanged))}` : done);
    onDone();
  };
  const guarded = async (work: () => Promise<void>) => {
    setBusy(true);
    setMessage(null);
    try {
      await work();
    } catch (error) {
      setMessage((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const ask = async (common: Common, basis: DefinitionBasis) => {
    const rows: readonly Indicator[] = (await getAll("indicators", { status_date: basis.valid_from })).items;
    const items = itemsOf(rows, chosen, common, basis);
    const answer = await post<DefinitionDifference>({ path: `${path}?dry_run=true`, body: { items }, key: newKey() });
    const found = sorted(items, answer.body.items);
    if (found.refused.length === 0) return send(found.good, found.unchanged);
    setSaid(found);
  };
  return {
    busy,
    said,
    message,
    quiet: () => setSaid(null),
    tellMissing: () => setMessage(words.missing),
    define: (common: Common, basis: DefinitionBasis) => guarded(() => ask(common, basis)),
    sendRest: () => guarded(() => send(said?.good ?? [], said?.unchanged ?? 0)),
  };
}

function Refused({ said, names }: { said: Sorted; names: ReadonlyMap<string, string> }) {
  return (
    <Callout role="alert">
      {words.refused(formatNumber(said.refused.length))}
      <ul>
        {said.refused.map((one) => (
          <li key={one.id}>
            {names.get(one.id) ?? one.id}: {one.why}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

interface Props {
  chosen: ReadonlySet<string>;
  names: ReadonlyMap<string, string>; // by indicator
  onDone: () => void;
  onClose: () => void;
}

export function DefineMany({ chosen, names, onDone, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>({ day: formatDay(todayInVietnam()), document: null, common: nothingCommon });
  const defining = useDefining(chosen, onDone);
  const change = (part: Partial<Typed>) => {
    setTyped((old) => ({ ...old, ...part }));
    defining.quiet();
  };
  const say = (part: Partial<Common>) => change({ common: { ...typed.common, ...part } });
  const save = () => {
    const basis = basisOf(typed);
    if (basis) void defining.define(typed.common, basis);
    else defining.tellMissing();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={words.title(formatNumber(chosen.size))}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <div className={classes.form}>
        <p className={classes.note}>{words.intro}</p>
        <DateBox label={words.validFrom} required value={typed.day} onChange={(day) => change({ day })} />
        <DocumentField label={words.document} required value={typed.document} onChange={(document) => change({ document })} />
        {(Object.keys(choices) as Choice[]).map((name) => (
          <Select
            key={name}
            label={labels.fields[name]}
            placeholder={words.keep}
            clearable
            data={Object.entries(choices[name]).map(([value, label]) => ({ value, label }))}
            value={typed.common[name]}
            onChange={(value) => say({ [name]: value })}
          />
        ))}
        <AgencyField label={labels.fields["verifier"] ?? ""} description={words.keep} value={typed.common.verifier} onChange={(verifier) => say({ verifier })} />
      </div>
      {defining.message && <Callout role="alert">{defining.message}</Callout>}
      {defining.said && <Refused said={defining.said} names={names} />}
      <div className={classes.many}>
        {defining.said && defining.said.good.length > 0 && (
          <Button variant="default" loading={defining.busy} onClick={() => void defining.sendRest()}>
            {words.rest(formatNumber(defining.said.good.length))}
          </Button>
        )}
        <Button loading={defining.busy} onClick={save}>
          {words.save(formatNumber(chosen.size))}
        </Button>
      </div>
    </Modal>
  );
}
