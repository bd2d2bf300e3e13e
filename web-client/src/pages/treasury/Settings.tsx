// How the file is read: its kind, what holds for all rows, what the columns mean.

import { Button, NativeSelect, Radio } from "@mantine/core";
import { useState } from "react";
import type { ExtractField, ExtractSettings, ExtractTable, TreasuryExtract } from "../../api/types";
import { formatDay, parseDay } from "../../format/date";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { fundingSources } from "../../meaning/money";
import { DateBox } from "../../ui/DateBox";
import { Section } from "../../ui/Page";
import { columnsWith, yearsAround } from "./settings-model";
import classes from "./Treasury.module.css";

const words = t.treasury;
const fieldOptions = [{ value: "", label: words.unused }, ...Object.entries(words.fields).map(([value, label]) => ({ value, label }))];
const sourceOptions = [{ value: "", label: words.noColumn }, ...fundingSources.map((value) => ({ value, label: t.fundingSource[value] ?? value }))];
const yearOptions = [{ value: "", label: words.noColumn }, ...yearsAround().map((value) => ({ value, label: value }))];

interface PartProps {
  settings: ExtractSettings;
  change: (part: Partial<ExtractSettings>) => void;
}

function Whole({ settings, change }: PartProps) {
  const [asAt, setAsAt] = useState(settings.as_at ? formatDay(settings.as_at) : "");
  const setDay = (text: string) => {
    setAsAt(text);
    change({ as_at: parseDay(text) });
  };
  return (
    <div className={classes.settings}>
      <Radio.Group
        label={words.profile}
        value={settings.profile}
        onChange={(profile) => change({ profile: profile as ExtractSettings["profile"] })}
      >
        <div className={classes.choices}>
          {Object.entries(words.profiles).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </div>
      </Radio.Group>
      {settings.profile === "cumulative" && <DateBox label={words.asAt} required value={asAt} onChange={setDay} />}
      <NativeSelect
        label={words.budgetYear}
        data={yearOptions}
        value={settings.budget_year == null ? "" : String(settings.budget_year)}
        onChange={(event) => change({ budget_year: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.fundingSource}
        data={sourceOptions}
        value={settings.funding_source ?? ""}
        onChange={(event) => change({ funding_source: (event.currentTarget.value || null) as ExtractSettings["funding_source"] })}
      />
    </div>
  );
}

function Columns({ table, settings, change }: PartProps & { table: ExtractTable }) {
  const columns = settings.columns ?? table.columns;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={words.columns}>
      <table className={classes.columns}>
        <tbody>
          <tr>
            {table.heads.map((head, column) => (
              <td key={column}>
                <NativeSelect
                  size="xs"
                  label={head || String(column + 1)}
                  data={fieldOptions}
                  value={columns.find((one) => one.column === column)?.field ?? ""}
                  onChange={(event) => change({ columns: columnsWith(columns, column, event.currentTarget.value as ExtractField | "") })}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface Props {
  extract: TreasuryExtract;
  settings: ExtractSettings;
  apply: (settings: ExtractSettings) => void;
  busy: boolean;
  fault: string | null;
}

export function Settings({ extract, settings, apply, busy, fault }: Props) {
  const [typed, setTyped] = useState(settings);
  const change = (part: Partial<ExtractSettings>) => setTyped({ ...typed, ...part });
  const used = extract.tables.find((table) => (typed.table == null ? table.used : table.table === typed.table)) ?? extract.tables[0];
  const choose = (table: string) => setTyped({ ...typed, table: Number(table), head_rows: null, columns: null });
  return (
    <Section title={words.columns} note={words.columnsNote}>
      <Whole settings={typed} change={change} />
      {extract.tables.length > 1 && (
        <NativeSelect
          aria-label={words.columns}
          data={extract.tables.map((table) => ({ value: String(table.table), label: words.table(table.name, formatNumber(table.rows)) }))}
          value={String(used?.table ?? "")}
          onChange={(event) => choose(event.currentTarget.value)}
          style={{ maxWidth: 480, marginTop: 8 }}
        />
      )}
      {used && <Columns table={used} settings={typed} change={change} />}
      {extract.notes.map((note) => (
        <p key={note} className={classes.dim}>
          {note}
        </p>
      ))}
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      <Button mt={8} variant="default" loading={busy} disabled={typed.profile === "cumulative" && !typed.as_at} onClick={() => apply(typed)}>
        {words.apply}
      </Button>
    </Section>
  );
}
