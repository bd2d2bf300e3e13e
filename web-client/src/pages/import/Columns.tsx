// What the columns of each table mean, over its first rows.

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import classes from "./Import.module.css";
import { settingsOf, type ImportSettings, type ImportTable, type ImportTableUse, type PlanImport } from "./plan-import";

const words = t.tables.import;
type Field = ImportTableUse["columns"][number]["field"];
const fields: readonly Field[] = ["number", "title", "content", "lead", "coordinating", "deadline", "deliverables", "annex", "section", "id"];
const options = [{ value: "", label: words.unused }, ...fields.map((field) => ({ value: field, label: words.field[field] ?? field }))];

function useWith(use: ImportTableUse, column: number, field: string): ImportTableUse {
  const others = use.columns.filter((one) => one.column !== column && one.field !== field);
  return { ...use, columns: field === "" ? others : [...others, { column, field: field as Field }] };
}

function OneTable({ table, change }: { table: ImportTable; change: (use: ImportTableUse | null) => void }) {
  const use = table.use;
  const title = words.table(table.name, formatNumber(table.rows));
  if (!use) {
    return (
      <p className={classes.dim}>
        {title}: {words.notRead}
      </p>
    );
  }
  return (
    <>
      <h3>{title}</h3>
      <div className={classes.form}>
        <TextInput label={words.annex} value={use.annex} onChange={(event) => change({ ...use, annex: event.currentTarget.value })} />
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={classes.sample}>
          <thead>
            <tr>
              {table.heads.map((head, column) => (
                <th key={column} scope="col">
                  <NativeSelect
                    size="xs"
                    aria-label={head || String(column + 1)}
                    data={options}
                    value={use.columns.find((one) => one.column === column)?.field ?? ""}
                    onChange={(event) => change(useWith(use, column, event.currentTarget.value))}
                  />
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
