// What the columns of each table mean, over its first rows.

import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import classes from "./Import.module.css";
import { settingsOf, type ImportSettings, type ImportTable, type ImportTableUse, type PlanImport } from "./plan-import";

const words = t.tables.import;
type Field = ImportTableUse["columns"][number]["field"];
type Kind = NonNullable<ImportTableUse["kind"]>;
const fieldsOf: Record<Kind, readonly Field[]> = {
  tasks: ["number", "title", "content", "lead", "coordinating", "deadline", "deliverables", "annex", "section", "id", "external-ids"],
  indicators: ["number", "title", "unit", "target", "lead", "coordinating", "note", "annex", "section", "id"],
  "budget-lines": ["number", "title", "lead", "coordinating", "total", "need", "funding", "annex", "section", "id"],
};
const kinds = (["tasks", "indicators", "budget-lines"] as const).map((value) => ({ value, label: words.of[value] }));
const scales = [1_000_000, 1_000_000_000, 1_000, 1].map((value) => ({ value: String(value), label: words.scales[value] ?? String(value) }));
const ofYear: readonly string[] = ["target", "need"];
const million = 1_000_000;

// A target and money may stand once for each year, everything else once.
export function useWith(use: ImportTableUse, column: number, field: string, year: number | null = null): ImportTableUse {
  const others = use.columns.filter((one) => one.column !== column && (one.field !== field || ofYear.includes(field)));
  return { ...use, columns: field === "" ? others : [...others, { column, field: field as Field, year }] };
}

interface ColumnProps {
  use: ImportTableUse;
  column: number;
  head: string;
  change: (use: ImportTableUse) => void;
}

function ColumnChoice({ use, column, head, change }: ColumnProps) {
  const chosen = use.columns.find((one) => one.column === column);
  const name = head || String(column + 1);
  const options = [
    { value: "", label: words.unused },
    ...fieldsOf[use.kind ?? "tasks"].map((field) => ({ value: field, label: words.fieldOf(use.kind ?? "tasks", field) })),
  ];
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={name}
        data={options}
        value={chosen?.field ?? ""}
        onChange={(event) => change(useWith(use, column, event.currentTarget.value))}
      />
      {chosen && ofYear.includes(chosen.field) && (
        <NumberInput
          size="xs"
          aria-label={words.yearOf(name)}
          placeholder={words.year}
          value={chosen.year ?? ""}
          onChange={(year) => change(useWith(use, column, chosen.field, typeof year === "number" ? year : null))}
        />
      )}
    </>
  );
}

function OneTable({ table, change }: { table: ImportTable; change: (use: ImportTableUse | null) => void }) {
  const use = table.use;
  const title = words.table(table.name, formatNumber(table.rows));
  if (!use) {
    const read = () => change({ table: table.table, head_rows: 1, annex: "", columns: [], kind: "tasks", scale: null });
    return (
      <p className={classes.dim}>
        {title}: {words.notRead}{" "}
        <Button size="compact-sm" variant="light" onClick={read} aria-label={words.readTable(table.name)}>
          {words.chooseColumns}
        </Button>
      </p>
    );
  }
  return (
    <>
      <h3>{title}</h3>
      <div className={classes.form}>
        <NativeSelect
          label={words.kindOf}
          data={kinds}
          value={use.kind ?? "tasks"}
          onChange={(event) => change({ ...use, kind: event.currentTarget.value as Kind })}
        />
        <NumberInput
          label={words.headRows}
          min={0}
          allowDecimal={false}
          value={use.head_rows}
          onChange={(rows) => change({ ...use, head_rows: typeof rows === "number" ? rows : 0 })}
        />
        <Button variant="subtle" onClick={() => change(null)} aria-label={words.leaveTable(table.name)}>
          {words.leave}
        </Button>
        <TextInput label={words.annex} value={use.annex} onChange={(event) => change({ ...use, annex: event.currentTarget.value })} />
        {use.kind === "budget-lines" && (
          <NativeSelect
            label={words.scale}
            data={scales}
            value={String(use.scale ?? million)}
            onChange={(event) => change({ ...use, scale: Number(event.currentTarget.value) })}
          />
        )}
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={classes.sample}>
          <thead>
            <tr>
              {table.heads.map((head, column) => (
                <th key={column} scope="col">
                  <ColumnChoice use={use} column={column} head={head} change={change} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.slice(0, 4).map((row, at) => (
              <tr key={at}>
                {table.heads.map((_, column) => (
                  <td key={column}>{(row[column] ?? "").slice(0, 120)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function Columns({ plan, set }: { plan: PlanImport; set: (settings: ImportSettings) => void }) {
  const [uses, setUses] = useState(plan.tables.map((table) => table.use));
  const changed = JSON.stringify(uses) !== JSON.stringify(plan.tables.map((table) => table.use));
  const apply = () => set({ ...settingsOf(plan), tables: uses.filter((use) => use !== null) });
  return (
    <Section title={words.tables}>
      {plan.tables.map((table, at) => (
        <OneTable
          key={table.table}
          table={{ ...table, use: uses[at] ?? null }}
          change={(use) => setUses(uses.map((old, place) => (place === at ? use : old)))}
        />
      ))}
      {changed && (
        <Button mt={8} onClick={apply}>
          {words.applyColumns}
        </Button>
      )}
    </Section>
  );
}
