// Shares: an agency a row, a year a column; beneath them what they add up to, or what the whole is to reach.

import { memo } from "react";
import type { IndicatorSeries } from "../../api/types";
import grid from "../../grid/Grid.module.css";
import { GridRow, type RowTyped } from "../../grid/GridRow";
import { TypedGrid } from "../../grid/TypedGrid";
import { t } from "../../i18n";
import own from "../submissions/Submissions.module.css";
import { sumsOf, sumText, type Edit, type ShareRow, type Year } from "./model";
import classes from "./Shares.module.css";
import type { SharesState } from "./use-shares";

const words = t.shares;
const yearWidth = 104; // px
const nameWidth = 260; // px

const Row = memo(function Row(props: RowTyped<ShareRow, Year, Edit>) {
  const state = props.edit ? words.edited : props.row.sequence === 0 ? words.notYet : null;
  return (
    <GridRow
      {...props}
      title={{ to: "/agencies/$id", params: { id: props.row.agency } }}
      head={state && <div className={props.edit ? own.state : own.note}>{state}</div>}
    />
  );
});

interface Props {
  series: IndicatorSeries;
  rows: readonly ShareRow[];
  years: readonly Year[];
  added: boolean; // the shares make up the whole
  state: SharesState;
  writable: boolean;
}

function Foot({ series, rows, years, added, state }: Props) {
  const sums = added ? sumsOf(rows, state.edits, series, years) : [];
  const whole = (year: Year) => series.targets.filter((target) => String(target.year) === year).map((target) => target.text);
  return (
    <>
      {added && (
        <tr>
          <th scope="row" className={grid.what}>
            {words.sum}
          </th>
          {sums.map((sum) => (
            <td key={sum.year} className={classes.sum} data-label={sum.year}>
              {sumText(sum)}
            </td>
          ))}
        </tr>
      )}
      <tr>
        <th scope="row" className={grid.what}>
          {words.whole}
        </th>
        {years.map((year) => (
          <td key={year} className={classes.sum} data-label={year}>
            {whole(year).join("; ")}
          </td>
        ))}
      </tr>
    </>
  );
}

export function ShareGrid(props: Props) {
  const { rows, years, state, writable } = props;
  return (
    <TypedGrid
      sheet={state.sheet}
      grid={writable ? state : null}
      rows={rows}
      label={words.grid}
      head={words.agency}
      headWidth={nameWidth}
      minWidth={nameWidth + yearWidth * years.length}
      foot={<Foot {...props} />}
    >
      {(typed) => <Row key={typed.row.agency} {...typed} />}
    </TypedGrid>
  );
}
