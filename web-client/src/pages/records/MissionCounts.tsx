// Missions in numbers: the three that are asked for first, then by result and by stage.

import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { MissionCounts as Counts, MissionFact } from "../../api/types";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useViewTime } from "../../state/view-time";
import { QueryView } from "../../ui/States";
import classes from "./Records.module.css";

const words = t.counted;
const first: readonly MissionFact[] = ["ordered", "accepted", "applied"];

export type CountFilter = Record<string, string>;

export function useMissionCounts(filter: CountFilter) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "missions", "counts", filter, timeKey(time)],
    queryFn: ({ signal }) => get<Counts>("/mission-counts", { ...filter, ...time }, signal),
  });
}

export const totalOf = (counts: Counts, fact: MissionFact): number => counts.facts.find((one) => one.fact === fact)?.total ?? 0;

// Whole percent; nothing of nothing.
export const shareText = (part: number, whole: number): string => (whole === 0 ? "" : formatPercent(Math.round((part / whole) * 100)));

interface TableProps {
  title: string;
  rows: readonly (readonly [string, number])[];
  whole: number;
}

function CountTable({ title, rows, whole }: TableProps) {
  return (
    <table className={classes.counts} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{words.missions}</th>
          <th scope="col">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, total]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{formatNumber(total)}</td>
            <td>{shareText(total, whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MissionCounts({ filter }: { filter: CountFilter }) {
  const counts = useMissionCounts(filter);
  return (
    <QueryView query={counts}>
      {(read) => (
        <section aria-label={words.numbers}>
          <dl className={classes.numbers}>
            {first.map((fact) => (
              <div key={fact}>
                <dt>{fact === "ordered" ? words.total : words.facts[fact]}</dt>
                <dd>{formatNumber(totalOf(read, fact))}</dd>
              </div>
            ))}
          </dl>
          <details className={classes.tables}>
            <summary>
              {words.stageTable}, {words.factTable.toLowerCase()}
            </summary>
            <CountTable title={words.stageTable} rows={read.stages.map((one) => [t.records.stages[one.stage] ?? one.stage, one.total])} whole={read.total} />
            <CountTable title={words.factTable} rows={read.facts.map((one) => [words.facts[one.fact], one.total])} whole={read.total} />
          </details>
        </section>
      )}
    </QueryView>
  );
}
