// The document of a card: the phone's own list, and a day where it follows later.

import { addDays, formatDay, todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import classes from "./Cards.module.css";
import { laterDay, laterText, type DocumentBook } from "../../grid/documents";

const words = t.registers.opening;
const afterwards = "later";
const laterDays = 30;

interface Props {
  book: DocumentBook;
  value: string;
  fault: string | undefined;
  disabled: boolean;
  onChange: (cell: string) => void;
}

export function DocumentChoice({ book, value, fault, disabled, onChange }: Props) {
  const day = laterDay(value);
  const half = value !== "" && !book.knows(value);
  const choose = (chosen: string) => onChange(chosen === afterwards ? laterText(addDays(todayInVietnam(), laterDays)) : chosen);
  return (
    <>
      <label className={classes.field}>
        {words.document}
        <select value={day === null ? value : afterwards} disabled={disabled} onChange={(event) => choose(event.target.value)}>
          <option value="">{words.noDocument}</option>
          <option value={afterwards}>{words.laterChoice}</option>
          {half && <option value={value}>{value}</option>}
          {book.entries.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.name}
            </option>
          ))}
        </select>
        {fault && (
          <span className={classes.fault} data-fault="">
            {fault}
          </span>
        )}
      </label>
      {day !== null && (
        <label className={classes.field}>
          {words.laterDay}
          <input
            type="date"
            value={day}
            disabled={disabled}
            onChange={(event) => event.target.value && onChange(laterText(event.target.value))}
          />
          <span className={classes.note}>{formatDay(day)}</span>
        </label>
      )}
    </>
  );
}
