import { useCallback, useMemo } from "react";
import { useList } from "../../api/queries";
import type { ExtractPlace } from "../../api/types";
import { t } from "../../i18n";

// Where a row belongs, in words: "Trung tâm dữ liệu, 2026, Ngân sách tỉnh".
export function usePlaceNames(): (place: ExtractPlace) => string {
  const lines = useList("budget-lines").data?.items;
  const names = useMemo(() => new Map((lines ?? []).flatMap((line) => line.components.map((one) => [one.id, one.name] as const))), [lines]);
  return useCallback(
    (place) => [names.get(place.component) ?? place.component, place.budget_year, t.fundingSource[place.funding_source] ?? place.funding_source].join(", "),
    [names],
  );
}
