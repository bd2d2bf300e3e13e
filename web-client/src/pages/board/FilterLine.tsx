import { Button } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { actingFor } from "../../state/acting-for";
import { useStore } from "../../state/store";
import { useAgencyOptions } from "../../ui/agency-options";
import { FilterChip } from "../../ui/FilterChip";
import classes from "./FilterLine.module.css";
import { QuickSearch } from "./QuickSearch";
import { isFiltered, markNames, roles, toggled, values, type BoardSearch, type Role } from "./search";

interface Props {
  search: BoardSearch;
  change: (part: BoardSearch) => void;
  clear: () => void;
}

const words = t.board.filters;
const areas = Object.entries(t.area).map(([value, label]) => ({ value, label }));
const marks = markNames.map((value) => ({ value, label: t.board.marks[value] ?? value }));
const roleOptions = roles.map((value) => ({ value, label: t.board.roles[value] ?? value }));

export function FilterLine({ search, change, clear }: Props) {
  const directory = useDirectory();
  const agencies = useAgencyOptions(false, "all");
  const acting = useStore(actingFor);
  const programmes = useMemo(
    () => [...directory.programmes.values()].map((programme) => ({ value: programme.id, label: programme.short_title })),
    [directory],
  );
  const setQuery = useCallback((q: string | undefined) => change({ q }), [change]);
  return (
    <div className={classes.line} role="group" aria-label={words.label} data-no-print>
      <QuickSearch className={classes.search} value={search.q} onChange={setQuery} />
      {acting && search.agency !== acting && (
        <Button
          size="compact-sm"
          h={30}
          variant="default"
          onClick={() => change({ agency: acting })}
          fz={13}
          fw={400}
          style={{ flex: "none" }}
        >
          {words.mine}
        </Button>
      )}
      <FilterChip
        label={words.programme}
        options={programmes}
        chosen={values(search.programme)}
        onToggle={(value) => change({ programme: toggled(search.programme, value), section: undefined })}
        onClear={() => change({ programme: undefined, section: undefined })}
      />
      {search.section && (
        <FilterChip
          label={words.section}
          options={[{ value: search.section, label: search.section }]}
          chosen={[search.section]}
          onToggle={() => change({ section: undefined })}
          onClear={() => change({ section: undefined })}
          single
        />
      )}
      <FilterChip
        label={words.agency}
        options={agencies}
        chosen={values(search.agency)}
        onToggle={(value) => change({ agency: value === search.agency ? undefined : value })}
        onClear={() => change({ agency: undefined, role: undefined })}
        single
        searchable
      />
      {search.agency && (
        <FilterChip
          label={words.role}
          options={roleOptions}
          chosen={values(search.role)}
          onToggle={(value) => change({ role: value === search.role ? undefined : (value as Role) })}
          onClear={() => change({ role: undefined })}
          single
        />
      )}
      <FilterChip
        label={words.area}
        options={areas}
        chosen={values(search.area)}
        onToggle={(value) => change({ area: toggled(search.area, value) })}
        onClear={() => change({ area: undefined })}
      />
      <FilterChip
        label={words.mark}
        options={marks}
        chosen={values(search.mark)}
        onToggle={(value) => change({ mark: toggled(search.mark, value) })}
        onClear={() => change({ mark: undefined })}
      />
      {isFiltered(search) && (
        <Button size="compact-sm" variant="subtle" onClick={clear} style={{ flex: "none" }}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
