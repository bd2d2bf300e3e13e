import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import { useMemo } from "react";
import type { Agency } from "../api/types";
import { t } from "../i18n";
import { agencyWords } from "../meaning/agency";
import { useDirectory } from "../meaning/directory";
import { matches, queryWords, searchText } from "../meaning/fold";

const shownAtMost = 60;

export interface AgencyOption extends ComboboxItem {
  text: string;
}

// Two provinces have bodies of the same name.
function labelOf(agency: Agency, all: readonly Agency[]): string {
  const shared = all.some((other) => other.id !== agency.id && other.name === agency.name);
  const marks = [shared && (t.province[agency.province] ?? agency.province), agency.ended_on && t.bodies.ended.toLowerCase()].filter(Boolean);
  return marks.length > 0 ? `${agency.name} (${marks.join(", ")})` : agency.name;
}

const nobody: readonly string[] = [];

// Bodies in force, and groups where a group may stand for its members. `chosen` stays there although it has ended; "all" is for filters,
// which look at what was as well.
export function useAgencyOptions(withGroups: boolean, chosen: readonly string[] | "all" = nobody): AgencyOption[] {
  const directory = useDirectory();
  return useMemo(() => {
    const shown = [...directory.agencies.values()].filter((agency) => !agency.ended_on || chosen === "all" || chosen.includes(agency.id));
    const agencies = shown.map((agency) => ({
      value: agency.id,
      label: labelOf(agency, shown),
      text: searchText(agencyWords(agency)),
    }));
    const groups = [...directory.groups.values()].map((group) => ({
      value: group.id,
      label: group.name,
      text: searchText([group.name, ...group.aliases]),
    }));
    return withGroups ? [...agencies, ...groups] : agencies;
  }, [directory, withGroups, chosen]);
}

// Without marks and with abbreviations, as everywhere.
export const byWords: OptionsFilter = ({ options, search }) => {
  const words = queryWords(search);
  const found: typeof options = [];
  for (const option of options) {
    if (found.length >= shownAtMost) break;
    const text = (option as Partial<AgencyOption>).text ?? searchText(["label" in option ? option.label : ""]);
    if (matches(text, words)) found.push(option);
  }
  return found;
};
