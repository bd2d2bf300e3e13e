// One cell: its field, what is asked about a number of two readings, and what is wrong with it.

import { useId, type ChangeEvent, type ReactNode } from "react";
import { readNumber } from "../format/number";
import { t } from "../i18n";
import { Asked } from "../ui/Asked";
import { DocumentCell } from "./DocumentCell";
import type { DocumentBook } from "./documents";
import classes from "./Grid.module.css";
import type { Kind } from "./sheet";

// What a page says of one of its cells.
export interface CellMore {
  locked?: boolean; // in a row that otherwise takes something
  placeholder?: string;
  choices?: readonly (readonly [string, string])[]; // of a choice: value and word
  book?: DocumentBook; // of a document
  beneath?: ReactNode;
}

interface Props extends CellMore {
  row: number;
  column: string;
  kind: Kind;
  label: string; // of the column
  of: string; // name of the row
  value: string;
  fault: string | undefined;
  disabled: boolean; // nothing of the row is typed
  onChange: (text: string) => void;
}

const inputModes = { number: "decimal", digits: "numeric" } as const;
const nothingKnown: readonly never[] = [];

type Change = ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>;

function Field({ row, column, kind, label, of, value, fault, faultId, locked, placeholder, choices, book, onChange }: Props & { faultId: string | undefined }) {
  const shared = {
    "data-row": row,
    "data-column": column,
    "aria-label": `${label}, ${of}`,
    "aria-invalid": fault !== undefined,
    "aria-describedby": faultId,
    disabled: locked,
  };
  const plain = { ...shared, value, onChange: (event: Change) => onChange(event.target.value) };
  if (kind === "document" && book) return <DocumentCell {...shared} book={book} value={value} disabled={locked ?? false} onChange={onChange} />;
  if (kind === "choice") {
    return (
      <select {...plain}>
        <option value="" />
        {(choices ?? nothingKnown).map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  const typed = { ...plain, autoComplete: "off", placeholder, title: placeholder || undefined };
  if (kind === "lines") return <textarea {...typed} rows={1} />;
  const inputMode = kind === "number" || kind === "digits" ? inputModes[kind] : "text";
  return <input {...typed} inputMode={inputMode} className={kind === "number" ? classes.number : undefined} />;
}

export function GridCell(props: Props) {
  const { kind, label, value, fault, disabled, locked = false, placeholder = "", beneath, onChange } = props;
  const faultId = useId();
  const shut = disabled || locked;
  const asked = kind === "number" && !shut && readNumber(value).kind === "ask";
  const said = asked && fault === t.submissions.entry.ask(value.trim()) ? undefined : fault;
  const look = [classes.cell, fault && classes.wrong, locked && !disabled && classes.locked].filter(Boolean).join(" ");
  return (
    <td className={look} data-label={label} data-nothing={shut && value === "" && placeholder === "" ? "" : undefined}>
      <Field {...props} locked={shut} faultId={said === undefined ? undefined : faultId} />
      {asked && <Asked text={value} onChoose={onChange} />}
      {said !== undefined && (
        <span id={faultId} className={classes.fault} data-fault="">
          {said}
        </span>
      )}
      {beneath}
    </td>
  );
}
