import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import { useMemo } from "react";
import { useDirectory } from "../meaning/directory";
import { matches, queryWords, searchText } from "../meaning/fold";

const shownAtMost = 60;

export interface AgencyOption extends ComboboxItem {
  text: string;
}

// Bodies, and groups where a group may stand for its members.
export function useAgencyOptions(withGroups: boolean): AgencyOption[] {
  const directory = useDirectory();
  return useMemo(() => {
    const agencies = [...directory.agencies.values()].map((agency) => ({
      value: agency.id,
      label: agency.name,
      text: searchText([agency.name, agency.short_name, ...agency.aliases]),
    }));
    const groups = [...directory.groups.values()].map((group) => ({
      value: group.id,
      label: group.name,
      text: searchText([group.name, ...group.aliases]),
    }));
    return withGroups ? [...agencies, ...groups] : agencies;
  }, [directory, withGroups]);
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
