// Where rows of the treasury belong: a component, a year and a source; or that they are none of ours; or who is to find out.

import { Button, Checkbox, Modal, NativeSelect, Radio, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { BudgetLine, ExtractPlace, ExtractRow, FundingSource } from "../../api/types";
import { formatNumber } from "../../format/number";
import { AgencyField } from "../../forms/AgencyFields";
import formClasses from "../../forms/CommandForm.module.css";
import { t } from "../../i18n";
import { searchText } from "../../meaning/fold";
import { fundingSources } from "../../meaning/money";
import { shortPlace } from "../../meaning/place";
import { byWords } from "../../ui/agency-options";
import { Facts } from "../../ui/Facts";
import { yearsAround } from "./settings-model";
import classes from "./Treasury.module.css";

const words = t.treasury;

export interface Settled {
  place: ExtractPlace | null; // null with no owner: none of ours
  owner: string | null;
}

interface Typed {
  mode: "place" | "skip" | "owner";
  line: string | null;
  component: string | null;
  year: string;
  source: string;
  owner: string | null;
}

function typedOf(row: ExtractRow): Typed {
  const { place, owner } = row;
  const mode = row.state === "skipped" ? "skip" : owner && !place ? "owner" : "place";
  const year = place ? String(place.budget_year) : (row.paid_on ?? "").slice(0, 4);
  return { mode, line: place?.line ?? null, component: place?.component ?? null, year, source: place?.funding_source ?? "", owner };
}

// Null: not yet to be sent.
function settledOf(typed: Typed): Settled | null {
  if (typed.mode === "skip") return { place: null, owner: null };
  if (typed.mode === "owner") return typed.owner ? { place: null, owner: typed.owner } : null;
  const { line, component, year, source } = typed;
  if (!line || !component || year === "" || source === "") return null;
  return { place: { line, component, budget_year: Number(year), funding_source: source as FundingSource }, owner: null };
}

function useLines() {
  const lines = useList("budget-lines").data?.items;
  return useMemo(() => {
    const open = (lines ?? []).filter((line) => line.components.some((one) => one.kind !== "non-budget"));
    const options = open.map((line) => ({
      value: line.id,
      label: `${shortPlace(line.source)}. ${line.name}`,
      text: searchText([shortPlace(line.source), line.name, ...line.components.flatMap((one) => [one.name, one.code])]),
    }));
    return { options, byId: new Map<string, BudgetLine>(open.map((line) => [line.id, line])) };
  }, [lines]);
}

function Place({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }) {
  const { options, byId } = useLines();
  const components = (typed.line ? byId.get(typed.line)?.components : undefined) ?? [];
  const years = [...new Set([...yearsAround(), ...(typed.year ? [typed.year] : [])])].sort();
  const chooseLine = (line: string | null) => {
    const own = (line ? byId.get(line)?.components : undefined) ?? [];
    change({ line, component: own.length === 1 ? (own[0]?.id ?? null) : null });
  };
  return (
    <>
      <Select label={words.line} required data={options} value={typed.line} onChange={chooseLine} searchable filter={byWords} limit={60} nothingFoundMessage={words.noComponents} />
      <Select
        label={words.component}
        required
        data={components.map((one) => ({ value: one.id, label: [one.code, one.name].filter(Boolean).join(". ") }))}
        value={typed.component}
        onChange={(component) => change({ component })}
      />
      <NativeSelect label={t.money.fields["budget_year"]} required data={["", ...years]} value={typed.year} onChange={(event) => change({ year: event.currentTarget.value })} />
      <NativeSelect
        label={t.money.fields["funding_source"]}
        required
        data={[{ value: "", label: "" }, ...fundingSources.map((value) => ({ value, label: t.fundingSource[value] ?? value }))]}
        value={typed.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
    </>
  );
}

interface Props {
  row: ExtractRow;
  alike: number; // rows of the same code, with this one
  staged: boolean; // somebody else can be asked only before it is booked
  busy: boolean;
  fault: string | null;
  onSettle: (settled: Settled, all: boolean) => void;
  onClose: () => void;
}

export function SettleDialog({ row, alike, staged, busy, fault, onSettle, onClose }: Props) {
  const [typed, setTyped] = useState(() => typedOf(row));
  const [all, setAll] = useState(true);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const settled = settledOf(typed);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.settleTitle(formatNumber(row.row + 1))}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <form
        className={formClasses.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (settled) onSettle(settled, all);
        }}
      >
        <Facts
          rows={[
            [words.code, row.code],
            [words.text, row.text],
            [words.amount, row.amount === null ? null : formatNumber(row.amount)],
            [words.voucher, row.voucher],
          ]}
        />
        <Radio.Group label={words.place} value={typed.mode} onChange={(mode) => change({ mode: mode as Typed["mode"] })}>
          <div style={{ display: "grid", gap: 8, marginTop: 4 }}>
            <Radio value="place" label={words.component} />
            <Radio value="skip" label={words.skip} />
            {staged && <Radio value="owner" label={words.owner} />}
          </div>
        </Radio.Group>
        {typed.mode === "place" && <Place typed={typed} change={change} />}
        {typed.mode === "owner" && <AgencyField label={words.owner} required value={typed.owner} onChange={(owner) => change({ owner })} />}
        {alike > 1 && <Checkbox label={words.alike(formatNumber(alike))} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />}
        {typed.mode === "place" && row.code !== "" && <p className={classes.dim}>{words.remember}</p>}
        <div className={formClasses.foot}>
          {fault && (
            <div className={formClasses.error} role="alert">
              {fault}
            </div>
          )}
          <span className={formClasses.as} />
          <Button variant="default" onClick={onClose}>
            {t.common.close}
          </Button>
          <Button type="submit" loading={busy} disabled={!settled}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
