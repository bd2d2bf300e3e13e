// One row of the file: what is doubtful, what differs, and what becomes of it.

import { MultiSelect, NativeSelect } from "@mantine/core";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { byWords, useAgencyOptions } from "../../ui/agency-options";
import { FigureFixes } from "./FigureFixes";
import { hasFigures } from "./figures";
import classes from "./Import.module.css";
import { withFix, type ImportFix, type ImportRow, type ImportSettings } from "./plan-import";

const words = t.tables.import;
const choices: Record<ImportRow["kind"], readonly ImportRow["do"][]> = {
  new: ["add", "keep"],
  changed: ["amend", "keep"],
  dispute: ["keep", "amend"],
  untouched: ["keep"],
  gone: ["keep", "cancel"],
};

const keptAlone: readonly ImportRow["do"][] = ["keep"]; // a file takes no indicator and no budget line away

interface Props {
  row: ImportRow;
  settings: ImportSettings;
  set: (settings: ImportSettings) => void;
}

// "2026: ≥ 70 %; 2030: ≥ 90 %"; money in millions.
function valuesText(row: ImportRow): string {
  return row.values
    .map((value) => {
      const text = row.of === "budget-lines" ? formatMillions(Number(value.text)) : [value.text, row.unit].filter(Boolean).join(" ");
      return value.year === null ? text : `${value.year}: ${text}`;
    })
    .join("; ");
}

function Differences({ row }: { row: ImportRow }) {
  return row.differences.map((difference) => (
    <dl key={difference.field} className={classes.difference}>
      <dt>
        {words.fieldOf(row.of, difference.field)}
        {difference.dispute && ` (${words.disputed})`}
      </dt>
      <dd>
        {words.now}: {difference.now || words.blank}
      </dd>
      <dd>
        {words.file}: {difference.file || words.blank}
      </dd>
    </dl>
  ));
}

// Cells whose names are not all known: the whole list is chosen, from what was read.
function AgencyFix({ row, settings, set, field }: Props & { field: "lead" | "coordinating" }) {
  const options = useAgencyOptions(true);
  const directory = useDirectory();
  const unknown = row.unknown.filter((one) => one.field === field);
  if (unknown.length === 0) return null;
  const member = field === "lead" ? "lead_agencies" : "coordinating_agencies";
  const proposals = [...new Set(unknown.flatMap((one) => one.proposals))].map((id) => directory.name(id));
  return (
    <MultiSelect
      label={`${words.fieldOf(row.of, field)}: ${unknown.map((one) => words.unknown(one.words)).join(", ")}`}
      description={proposals.length > 0 ? proposals.join("; ") : undefined}
      data={options}
      value={row[member]}
      onChange={(ids) => set(withFix(settings, row.key, { [member]: ids }))}
      searchable
      filter={byWords}
      placeholder={words.pick}
    />
  );
}

export function RowCard({ row, settings, set }: Props) {
  const directory = useDirectory();
  const place = [row.source?.annex, row.source?.section, row.source?.number].filter(Boolean).join(".");
  const choose = (value: string) => set(withFix(settings, row.key, value === "skip" ? { skip: true } : { do: value as NonNullable<ImportFix["do"]> }));
  const possible = row.of === "tasks" || row.kind !== "gone" ? choices[row.kind] : keptAlone;
  const options = possible.map((value) => ({ value, label: words.choice[value] ?? value }));
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <span>{words.kind[row.kind]}</span>
        {row.of !== "tasks" && <span className={classes.dim}>{words.of[row.of]}</span>}
        <span className={classes.dim}>{place}</span>
        <span className={classes.title}>{row.title || words.blank}</span>
        <NativeSelect
          size="xs"
          aria-label={words.decision(row.title)}
          data={row.kind === "gone" ? options : [...options, { value: "skip", label: words.skip }]}
          value={row.do}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </div>
      {row.doubts.length > 0 && <p className={classes.doubts}>{row.doubts.map((doubt) => words.doubt[doubt] ?? doubt).join("; ")}</p>}
      <AgencyFix row={row} settings={settings} set={set} field="lead" />
      <AgencyFix row={row} settings={settings} set={set} field="coordinating" />
      {hasFigures(row) && <FigureFixes row={row} settings={settings} set={set} />}
      <Differences row={row} />
      {row.kind === "new" && !row.is_group && (
        <span className={classes.dim}>
          {[row.lead_agencies.map((id) => directory.name(id)).join("; "), row.deadline.text, valuesText(row)].filter(Boolean).join(" · ")}
        </span>
      )}
    </li>
  );
}
