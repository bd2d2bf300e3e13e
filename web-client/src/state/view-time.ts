// Which moment the pages show: part of every address, so that a link shows the same numbers to whoever opens it.

import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ViewTime } from "../api/client";
import { isDay, todayInVietnam } from "../format/date";

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

export function readViewTime(search: Record<string, unknown>): ViewTime {
  const asOf = search["as_of"];
  const statusDate = search["status_date"];
  if (typeof asOf === "string" && moment.test(asOf)) return { as_of: asOf };
  if (typeof statusDate === "string" && isDay(statusDate)) return { status_date: statusDate };
  return {};
}

export function useViewTime(): ViewTime {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const time = readViewTime(search);
  return useMemo(() => ({ as_of: time.as_of, status_date: time.status_date }), [time.as_of, time.status_date]);
}

export function isPast(time: ViewTime): boolean {
  return time.as_of !== undefined;
}

// The day for which timeliness is shown.
export function statusDay(time: ViewTime): string {
  if (time.status_date) return time.status_date;
  return time.as_of ? todayInVietnam(Date.parse(time.as_of)) : todayInVietnam();
}
