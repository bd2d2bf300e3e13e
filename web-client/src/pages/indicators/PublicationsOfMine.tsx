// Results that the agency acted for has to publish: each indicator with how its publication stands.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { standingText } from "../../meaning/publication";
import { useAllowed } from "../../state/allowed";
import { useViewTime } from "../../state/view-time";

const words = t.publications.mine;
const shownAtMost = 5;

function useOwed(agency: string, enabled: boolean) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "indicators", "owed", agency, timeKey(time)],
    queryFn: ({ signal }) =>
      get<{ items: Indicator[]; total: number }>("/indicators", { publisher: agency, publication: ["overdue", "waiting"], limit: shownAtMost, ...time }, signal),
    enabled,
  }).data;
}

export function PublicationsOfMine({ agency, className }: { agency: string; className: string | undefined }) {
  const owed = useOwed(agency, useAllowed().may("record-publication"));
  if (!owed || owed.total === 0) return null;
  const overdue = owed.items.some((row) => (row.publication?.overdue ?? 0) > 0);
  return (
    <div className={className}>
      <p>{(overdue ? words.overdue : words.waiting)(formatNumber(owed.total))}</p>
      <ul>
        {owed.items.map((row) => (
          <li key={row.id}>
            <Link to="/indicators/$id" params={{ id: row.id }}>
              {row.name}
            </Link>
            {row.publication && ` (${standingText(row.publication)})`}
          </li>
        ))}
        {owed.total > owed.items.length && <li>{words.more(formatNumber(owed.total - owed.items.length))}</li>}
      </ul>
    </div>
  );
}
