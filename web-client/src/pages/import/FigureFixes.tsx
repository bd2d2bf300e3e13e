// A row's targets or amounts, where the file says them wrongly or they were read wrongly.

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { MoneyField } from "../../forms/MoneyField";
import { t } from "../../i18n";
import { figureValues, fixedFigures, type FigureValue } from "./figures";
import classes from "./Import.module.css";
import { withFix, type ImportRow, type ImportSettings } from "./plan-import";

const words = t.tables.import.figures;

interface Props {
  row: ImportRow;
  settings: ImportSettings;
  set: (settings: ImportSettings) => void;
}

function labelOf(row: ImportRow, year: number | null): string {
  if (row.of === "indicators") return year === null ? words.target : words.targetOf(String(year));
  return year === null ? words.total : words.moneyOf(String(year));
}

function Fields({ row, settings, set, close }: Props & { close: () => void }) {
  const [before] = useState(() => figureValues(row));
  const [values, setValues] = useState<readonly FigureValue[]>(before);
  const change = (at: number, value: FigureValue) => setValues(values.map((old, index) => (index === at ? value : old)));
  const fix = settings.rows.find((one) => one.key === row.key);
  const figures = fixedFigures(row, before, values, fix);
  const apply = () => {
    if (figures === null) return;
    set(withFix(settings, row.key, { figures }));
    close();
  };
  return (
    <div className={classes.figures}>
      {row.cells.map((cell, at) => {
        const [value, label] = [values[at] ?? "", labelOf(row, cell.year)];
        return typeof value === "string" ? (
          <TextInput key={at} label={label} value={value} autoComplete="off" onChange={(event) => change(at, event.currentTarget.value)} />
        ) : (
          <MoneyField key={at} label={label} description={words.cell(cell.text)} value={value} onChange={(money) => change(at, money)} />
        );
      })}
      <Button size="compact-sm" disabled={figures === null} onClick={apply}>
        {words.apply}
      </Button>
    </div>
  );
}

export function FigureFixes({ row, settings, set }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button size="compact-xs" variant="subtle" aria-expanded={open} aria-label={words.openOf(row.title)} onClick={() => setOpen(!open)}>
        {words.open}
      </Button>
      {open && <Fields row={row} settings={settings} set={set} close={() => setOpen(false)} />}
    </div>
  );
}
