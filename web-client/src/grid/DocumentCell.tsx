// The document of a row: typed by its number, with the registered ones as suggestions.

import { t } from "../i18n";
import type { DocumentBook } from "./documents";

export const documentListId = "van-ban-da-dang-ky";

export function DocumentSuggestions({ book }: { book: DocumentBook }) {
  return (
    <datalist id={documentListId}>
      {book.entries.map((entry) => (
        <option key={entry.id} value={entry.label}>
          {entry.name}
        </option>
      ))}
    </datalist>
  );
}

interface Props {
  book: DocumentBook;
  value: string;
  disabled: boolean;
  onChange: (cell: string) => void;
}

// `rest`: what every cell of the grid has.
export function DocumentCell({ book, value, disabled, onChange, ...rest }: Props & Record<string, unknown>) {
  const choosing = value.trim() !== "" && !book.knows(value);
  return (
    <input
      {...rest}
      list={documentListId}
      value={book.shown(value)}
      title={value === "" ? undefined : book.name(value)}
      placeholder={disabled ? "" : t.registers.documents.number}
      disabled={disabled}
      autoComplete="off"
      data-choosing={choosing ? "" : undefined}
      onChange={(event) => onChange(book.cell(event.target.value))}
    />
  );
}
