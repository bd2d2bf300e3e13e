import { NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { periodAt } from "../../meaning/period";
import type { SubmissionSearch } from "../../router";
import { periodOptions } from "./periods";

const words = t.submissions.entry;

// Statistics are yearly unless a definition says otherwise.
export function usePeriod(search: SubmissionSearch): string {
  return search.period ?? periodAt("year", todayInVietnam());
}

export function PeriodChoice({ search }: { search: SubmissionSearch }) {
  const directory = useDirectory();
  const navigate = useNavigate();
  const period = usePeriod(search);
  const change = (part: SubmissionSearch) => void navigate({ to: ".", search: ((old: object) => ({ ...old, ...part })) as never, replace: true });
  const programmes = useMemo(
    () => [{ value: "", label: words.allProgrammes }, ...[...directory.programmes.keys()].map((id) => ({ value: id, label: directory.programmeName(id) }))],
    [directory],
  );
  return (
    <>
      <NativeSelect label={words.period} data={periodOptions(period)} value={period} onChange={(event) => change({ period: event.currentTarget.value })} />
      <NativeSelect
        label={words.programme}
        data={programmes}
        value={search.programme ?? ""}
        onChange={(event) => change({ programme: event.currentTarget.value || undefined })}
      />
    </>
  );
}
