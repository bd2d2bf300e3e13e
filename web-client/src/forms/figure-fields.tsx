// Fields of a figure's correction: that there is none, and on which document it rests.

import { Checkbox, Select } from "@mantine/core";
import { t } from "../i18n";
import { byWords } from "../ui/agency-options";
import { useDocumentOptions } from "./DocumentField";
import type { FieldSpec, OwnField } from "./spec";

type Shown = Parameters<OwnField["draw"]>[0];

function MissingBox({ label, value, onChange }: Shown) {
  return <Checkbox label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

function EvidenceBox({ label, error, value, onChange }: Shown) {
  const options = useDocumentOptions();
  return (
    <Select
      label={label}
      error={error}
      data={options}
      value={(value as string | null) ?? null}
      onChange={onChange}
      searchable
      clearable
      filter={byWords}
      placeholder={t.commands.document.choose}
      nothingFoundMessage={t.commands.document.none}
    />
  );
}

export const missingField: FieldSpec = {
  name: "missing",
  kind: "own",
  label: t.submissions.questions.missingBox,
  own: {
    draw: (shown) => <MissingBox {...shown} />,
    read: (raw) => (raw === true ? true : undefined),
    shown: (wire) => wire === true,
  },
};

export const evidenceField: FieldSpec = {
  name: "evidence",
  kind: "own",
  label: t.submissions.entry.columns.evidence,
  own: {
    draw: (shown) => <EvidenceBox {...shown} />,
    read: (raw) => (typeof raw === "string" && raw !== "" ? raw : undefined),
    shown: (wire) => wire ?? null,
  },
};
