// What an act rests on: a registered document, or the day by which it will be supplied. A new one is registered on the spot, with its file.

import { Checkbox, Select } from "@mantine/core";
import { useMemo } from "react";
import { useList } from "../api/queries";
import type { LuuDocument } from "../api/types";
import { addDays, formatDay, todayInVietnam } from "../format/date";
import { t } from "../i18n";
import { documentName } from "../meaning/document";
import { searchText } from "../meaning/fold";
import { byWords } from "../ui/agency-options";
import { DateBox } from "../ui/DateBox";
import classes from "./Field.module.css";
import { NewDocument } from "./NewDocument";
import type { DocumentValue } from "./spec";

const laterDays = 30;
const words = t.commands.document;

export function useDocumentOptions() {
  const documents = useList("documents").data?.items;
  return useMemo(
    () =>
      (documents ?? []).map((document: LuuDocument) => ({
        value: document.id,
        label: documentName(document),
        text: searchText([document.number, document.abstract, document.issuer, t.documentKind[document.kind]]),
      })),
    [documents],
  );
}

interface Props {
  label: string;
  required?: boolean | undefined;
  error?: string | undefined;
  evidence?: boolean | undefined; // a new one is mostly a report of one's own agency
  value: DocumentValue | null;
  onChange: (value: DocumentValue | null) => void;
}

export function DocumentField({ label, required, error, evidence, value, onChange }: Props) {
  const options = useDocumentOptions();
  const later = value?.later ?? null;
  const toggleLater = (on: boolean) => onChange(on ? { id: null, later: formatDay(addDays(todayInVietnam(), laterDays)) } : null);
  return (
    <div className={classes.group} role="group" aria-label={label}>
      {later === null && (
        <Select
          label={label}
          required={required ?? false}
          error={error}
          data={options}
          value={value?.id ?? null}
          onChange={(id) => onChange(id ? { id, later: null } : null)}
          searchable
          clearable
          filter={byWords}
          placeholder={words.choose}
          nothingFoundMessage={words.none}
        />
      )}
      {later !== null && (
        <DateBox
          label={words.laterDay}
          required={required ?? false}
          error={error}
          value={later}
          onChange={(text) => onChange({ id: null, later: text })}
        />
      )}
      <div className={classes.choices}>
        <Checkbox label={words.later} checked={later !== null} onChange={(event) => toggleLater(event.currentTarget.checked)} />
      </div>
      <NewDocument evidence={evidence ?? false} onRegistered={(document) => onChange({ id: document.id, later: null })} />
    </div>
  );
}
