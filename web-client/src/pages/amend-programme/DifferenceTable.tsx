// Old and new of every row and field, in the three groups of an amending document.

import { Link } from "@tanstack/react-router";
import type { AmendmentKind, Change } from "../../api/types";
import { formatNumber } from "../../format/number";
import type { Option } from "../../forms/spec";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { fieldName, inWords } from "../../meaning/values";
import classes from "./Difference.module.css";
import type { Difference, DifferenceRow } from "./difference";
import { kinds } from "./model";

const words = t.amendment;
const columns = [t.board.columns.place, t.board.columns.title, words.change, words.oldValue, words.newValue];

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

function useValueText(groups: readonly Option[]): (field: string, value: unknown) => string {
  const directory = useDirectory();
  return (field, value) => {
    if (field === "parent") return groups.find((group) => group.value === value)?.label ?? inWords(field, value, directory);
    return inWords(field, value, directory);
  };
}

interface Props {
  difference: Difference;
  groups: readonly Option[];
}

export function DifferenceTable({ difference, groups }: Props) {
  return (
    <div className={classes.scroll} data-print-wide="">
      <table className={classes.table} aria-label={words.differenceTitle}>
        <colgroup>
          <col className={classes.colPlace} />
          <col className={classes.colTitle} />
          <col className={classes.colField} />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            {columns.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {kinds.map((kind) => difference[kind].length > 0 && <Group key={kind} kind={kind} rows={difference[kind]} groups={groups} />)}
      </table>
    </div>
  );
}

function Group({ kind, rows, groups }: { kind: AmendmentKind; rows: readonly DifferenceRow[]; groups: readonly Option[] }) {
  return (
    <tbody>
      <tr className={classes.group}>
        <th colSpan={columns.length} scope="rowgroup">
          {words.kind[kind]} ({formatNumber(rows.length)})
        </th>
      </tr>
      {rows.map((row) => (
        <Lines key={row.key} kind={kind} row={row} groups={groups} />
      ))}
    </tbody>
  );
}

const noChange: Change = { field: "", old: null, new: null };

function Lines({ kind, row, groups }: { kind: AmendmentKind; row: DifferenceRow; groups: readonly Option[] }) {
  const valueText = useValueText(groups);
  const changes = row.changes.length > 0 ? row.changes : [noChange];
  return changes.map((change, index) => (
    <tr key={change.field} className={index === 0 ? classes.first : undefined}>
      {index === 0 && (
        <>
          <td rowSpan={changes.length} className={classes.place}>
            {row.task ? shortPlace(row.task.source) : ""}
          </td>
          <td rowSpan={changes.length} className={classes.title}>
            {row.task ? (
              <Link to="/tasks/$id" params={{ id: row.task.id }} className={classes.task} title={row.title}>
                {row.title}
              </Link>
            ) : (
              row.title
            )}
            {row.reason && <div className={classes.note}>{words.reason(row.reason)}</div>}
          </td>
        </>
      )}
      <td className={classes.field}>{change.field && capital(fieldName(change.field))}</td>
      <td className={classes.old} data-label={words.oldValue}>
        {kind === "add" || !change.field ? "" : valueText(change.field, change.old)}
      </td>
      <td className={classes.new} data-label={words.newValue}>
        {change.field && valueText(change.field, change.new)}
      </td>
    </tr>
  ));
}
