// The line of filters above a plain list: words, programme, agency, kind; all of it in the address.

import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, type ReactNode } from "react";
import { QuickSearch } from "../pages/board/QuickSearch";
import line from "../pages/board/FilterLine.module.css";
import type { Query } from "../api/client";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import type { ListSearch } from "../router";
import { useAgencyOptions } from "./agency-options";
import { PrintedFilter } from "./PrintHead";
import { ExportButton } from "./ExportButton";
import { FilterChip, type FilterOption } from "./FilterChip";

interface Props {
  search: ListSearch;
  programmes?: readonly string[]; // ids worth choosing; no such filter when absent
  agencies?: boolean;
  kinds?: { label: string; options: readonly FilterOption[] };
  states?: { label: string; options: readonly FilterOption[] };
  withoutWords?: boolean;
  sheet?: string; // the collection, where it can be exported
  sheetQuery?: Query | undefined; // by what its sheet is filtered, where that is not the search itself
  unexported?: string | undefined; // why not as it stands
  children?: ReactNode; // at the end of the line
}

export function ListFilters({ search, programmes, agencies, kinds, states, withoutWords = false, sheet, sheetQuery, unexported, children }: Props) {
  const directory = useDirectory();
  const navigate = useNavigate();
  const agencyOptions = useAgencyOptions(true, "all");
  const change = useCallback(
    (part: ListSearch) => void navigate({ to: ".", search: ((old: object) => ({ ...old, ...part })) as never, replace: true }),
    [navigate],
  );
  const setQuery = useCallback((q: string | undefined) => change({ q }), [change]);
  const programmeOptions = useMemo(
    () => (programmes ?? []).map((id) => ({ value: id, label: directory.programmeName(id) })),
    [programmes, directory],
  );
  const chip = (label: string, name: "programme" | "agency" | "kind" | "state", options: readonly FilterOption[], searchable = false) => (
    <FilterChip
      label={label}
      options={options}
      chosen={search[name] ? [search[name]] : []}
      onToggle={(value) => change({ [name]: value === search[name] ? undefined : value })}
      onClear={() => change({ [name]: undefined })}
      single
      searchable={searchable}
    />
  );
  const printed = [
    search.programme && `${t.board.filters.programme}: ${directory.programmeName(search.programme)}`,
    search.agency && `${t.board.filters.agency}: ${directory.name(search.agency)}`,
    search.kind && kinds && `${kinds.label}: ${kinds.options.find((option) => option.value === search.kind)?.label ?? search.kind}`,
    search.state && states && `${states.label}: ${states.options.find((option) => option.value === search.state)?.label ?? search.state}`,
    search.q && t.print.words(search.q),
  ].filter((part) => part !== undefined && part !== "");
  return (
    <>
      <PrintedFilter parts={printed as string[]} />
      <div className={line.line} role="group" aria-label={t.board.filters.label} style={{ marginBottom: 10 }} data-no-print>
        {!withoutWords && <QuickSearch className={line.search} value={search.q} onChange={setQuery} />}
        {programmes && chip(t.board.filters.programme, "programme", programmeOptions)}
        {agencies && chip(t.board.filters.agency, "agency", agencyOptions, true)}
        {kinds && chip(kinds.label, "kind", kinds.options)}
        {states && chip(states.label, "state", states.options)}
        {sheet && (
          <ExportButton
            path={`/${sheet}.xlsx`}
            refused={unexported}
            query={sheetQuery ?? { q: search.q, programme: search.programme, agency: search.agency, kind: search.kind, state: search.state }}
          />
        )}
        {children}
      </div>
    </>
  );
}
