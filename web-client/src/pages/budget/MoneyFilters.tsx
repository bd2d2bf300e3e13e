// The line of filters above the money: all of it in the address.

import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { BudgetLine } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { fundingSources } from "../../meaning/money";
import { useAgencyOptions } from "../../ui/agency-options";
import { ExportButton } from "../../ui/ExportButton";
import { FilterChip, type FilterOption } from "../../ui/FilterChip";
import { PrintedFilter } from "../../ui/PrintHead";
import filterLine from "../board/FilterLine.module.css";
import { QuickSearch } from "../board/QuickSearch";
import type { MoneySearch } from "./search";

const words = t.money.list;
type Name = "programme" | "agency" | "section" | "year" | "source";

interface Filter {
  name: Name;
  label: string;
  options: readonly FilterOption[];
  searchable?: boolean;
}

const sameOption = (value: string): FilterOption => ({ value, label: value });

// What is worth choosing: only what the lines have.
function useFilters(lines: readonly BudgetLine[], search: MoneySearch): Filter[] {
  const directory = useDirectory();
  const agencies = useAgencyOptions(true, "all");
  return useMemo(() => {
    const of = lines.filter((line) => !search.programme || line.programme === search.programme);
    const sections = [...new Set(of.flatMap((line) => (line.source.section ? [line.source.section] : [])))];
    const years = [...new Set(of.flatMap((line) => line.by_year.map((one) => String(one.year))))].sort();
    const programmes = [...new Set(lines.map((line) => line.programme))];
    const sources = [...fundingSources, "undetermined"].map((value) => ({ value, label: t.fundingSource[value] ?? value }));
    return [
      { name: "programme", label: t.board.filters.programme, options: programmes.map((value) => ({ value, label: directory.programmeName(value) })) },
      { name: "agency", label: t.board.filters.agency, options: agencies, searchable: true },
      { name: "section", label: words.filters.section, options: sections.map((value) => ({ value, label: words.sectionName(value) })) },
      { name: "year", label: words.filters.year, options: years.map(sameOption) },
      { name: "source", label: words.filters.source, options: sources },
    ];
  }, [lines, search.programme, directory, agencies]);
}

export function MoneyFilters({ lines, search }: { lines: readonly BudgetLine[]; search: MoneySearch }) {
  const navigate = useNavigate();
  const directory = useDirectory();
  const filters = useFilters(lines, search);
  const change = useCallback(
    (part: MoneySearch) => void navigate({ to: "/budget-lines", search: (old) => ({ ...old, ...part }), replace: true }),
    [navigate],
  );
  const setQuery = useCallback((q: string | undefined) => change({ q }), [change]);
  const chosen = filters.find((one) => one.name === "programme")?.options ?? [];
  const programme = search.programme ?? (chosen.length === 1 ? chosen[0]?.value : undefined);
  const printed = filters.flatMap(({ name, label, options }) => {
    const value = search[name];
    return value ? [`${label}: ${options.find((option) => option.value === value)?.label ?? directory.name(value)}`] : [];
  });
  return (
    <>
      <PrintedFilter parts={search.q ? [...printed, t.print.words(search.q)] : printed} />
      <div className={filterLine.line} role="group" aria-label={t.board.filters.label} style={{ marginBottom: 10 }} data-no-print>
        <QuickSearch className={filterLine.search} value={search.q} onChange={setQuery} />
        {filters.map(({ name, label, options, searchable }) => (
          <FilterChip
            key={name}
            label={label}
            options={options}
            chosen={search[name] ? [search[name]] : []}
            onToggle={(value) => change({ [name]: value === search[name] ? undefined : value })}
            onClear={() => change({ [name]: undefined })}
            single
            searchable={searchable ?? false}
          />
        ))}
        <ExportButton path="/budget-lines.xlsx" query={{ q: search.q, programme: search.programme, agency: search.agency }} />
        {programme && <ExportButton path={`/programmes/${programme}/money.xlsx`} label={words.exportAnnex} />}
      </div>
    </>
  );
}
