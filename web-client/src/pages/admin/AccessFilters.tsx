// The line of filters above the access log: kind, account, day; all of it in the address.

import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Account } from "../../api/types";
import { formatDay, parseDay } from "../../format/date";
import { t } from "../../i18n";
import { kindText } from "../../meaning/access";
import line from "../board/FilterLine.module.css";
import type { AccessSearch } from "../../router";
import { DateBox } from "../../ui/DateBox";
import { FilterChip } from "../../ui/FilterChip";

const words = t.access;
const kinds = Object.keys(words.kinds).map((value) => ({ value, label: kindText(value) }));

function Day({ value, onChange }: { value: string | undefined; onChange: (day: string | undefined) => void }) {
  const [typed, setTyped] = useState(value ? formatDay(value) : "");
  const type = (text: string) => {
    setTyped(text);
    const day = parseDay(text);
    if (day !== null || text === "") onChange(day ?? undefined);
  };
  return <DateBox aria-label={words.day} size="xs" w={170} style={{ flex: "none" }} value={typed} onChange={type} />;
}

export function AccessFilters({ search, accounts }: { search: AccessSearch; accounts: readonly Account[] }) {
  const navigate = useNavigate();
  const change = (part: AccessSearch) =>
    void navigate({ to: ".", search: ((old: object) => ({ ...old, ...part })) as never, replace: true });
  const people = useMemo(
    () => accounts.map((one) => ({ value: one.id, label: one.name ?? one.id })).sort((a, b) => a.label.localeCompare(b.label, "vi")),
    [accounts],
  );
  return (
    <div className={line.line} role="group" aria-label={t.board.filters.label} style={{ marginBottom: 10 }} data-no-print>
      <FilterChip
        label={words.what}
        options={kinds}
        chosen={search.kind ? [search.kind] : []}
        onToggle={(kind) => change({ kind: kind === search.kind ? undefined : kind })}
        onClear={() => change({ kind: undefined })}
        single
      />
      <FilterChip
        label={words.account}
        options={people}
        chosen={search.account ? [search.account] : []}
        onToggle={(account) => change({ account: account === search.account ? undefined : account })}
        onClear={() => change({ account: undefined })}
        single
        searchable
      />
      <Day value={search.day} onChange={(day) => change({ day })} />
    </div>
  );
}
