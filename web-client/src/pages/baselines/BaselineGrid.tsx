// Baselines: a number and the document that says it, of each indicator.

import { memo } from "react";
import type { Indicator } from "../../api/types";
import type { DocumentBook } from "../../grid/documents";
import { GridRow, type RowTyped } from "../../grid/GridRow";
import { TypedGrid } from "../../grid/TypedGrid";
import { t } from "../../i18n";
import { findingText, valueText } from "../../meaning/figures";
import { targetInForce } from "../../meaning/measure-of";
import { shortPlace } from "../../meaning/place";
import own from "../submissions/Submissions.module.css";
import { newestOf, type ColumnName, type Edit, type Scope } from "./model";
import type { BaselinesState } from "./use-baselines";

const words = t.baselines;

interface More {
  agency: string | null; // null: of the whole
  book: DocumentBook;
  mayEnter: (row: Indicator) => boolean;
}
type RowProps = RowTyped<Indicator, ColumnName, Edit> & More;

function Head({ row, agency, edit }: RowProps) {
  const measure = { unit: row.definition?.unit ?? row.unit, direction: row.definition?.direction ?? row.direction };
  const known = newestOf(row, agency);
  const target = targetInForce(row);
  return (
    <>
      <div className={own.note}>
        {[shortPlace(row.source), measure.unit, target && t.submissions.entry.target(`${target.year}: ${target.text}`)].filter(Boolean).join(", ")}
      </div>
      <div className={own.note}>{known ? words.known(String(known.year), valueText(known.value, measure)) : words.missing}</div>
      {known?.findings.map((finding) => (
        <div key={finding.kind} className={own.finding}>
          {findingText(finding)}
        </div>
      ))}
      {edit && <div className={own.state}>{words.edited}</div>}
    </>
  );
}

const BaselineRow = memo(function BaselineRow(props: RowProps) {
  const { row, book, mayEnter } = props;
  return (
    <GridRow
      {...props}
      title={{ to: "/indicators/$id", params: { id: row.id } }}
      head={<Head {...props} />}
      more={() => ({ locked: !mayEnter(row), book })}
    />
  );
});

interface Props {
  rows: readonly Indicator[];
  scope: Scope;
  book: DocumentBook;
  state: BaselinesState;
  writable: (row: Indicator) => boolean;
}

export function BaselineGrid({ rows, scope, book, state, writable }: Props) {
  return (
    <TypedGrid sheet={state.sheet} grid={rows.some(writable) ? state : null} rows={rows} label={words.grid} head={words.indicator}>
      {(typed) => <BaselineRow key={typed.row.id} {...typed} agency={scope.agency} book={book} mayEnter={writable} />}
    </TypedGrid>
  );
}
