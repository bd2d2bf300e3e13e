import { MultiSelect, Select } from "@mantine/core";
import { useMemo } from "react";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import { byWords, useAgencyOptions } from "../ui/agency-options";
import { searchText } from "../meaning/fold";

interface Shared {
  label: string;
  description?: string | undefined;
  required?: boolean | undefined;
  error?: string | undefined;
}

const shared = { searchable: true, filter: byWords, nothingFoundMessage: t.commands.agency.none, maxDropdownHeight: 280 } as const;

interface OneProps extends Shared {
  value: string | null;
  not?: string | undefined;
  onChange: (id: string | null) => void;
}

export function AgencyField({ value, not, onChange, ...rest }: OneProps) {
  const chosen = useMemo(() => (value ? [value] : []), [value]);
  const options = useAgencyOptions(false, chosen).filter((option) => option.value !== not);
  return <Select {...rest} {...shared} data={options} value={value} onChange={onChange} clearable placeholder={t.commands.agency.choose} />;
}

export function AgenciesField({
  value,
  onChange,
  groups,
  ...rest
}: Shared & { value: string[]; onChange: (ids: string[]) => void; groups: boolean }) {
  const options = useAgencyOptions(groups, value);
  return (
    <MultiSelect
      {...rest}
      {...shared}
      data={options}
      value={value}
      onChange={onChange}
      hidePickedOptions
      placeholder={value.length === 0 ? t.commands.agency.choose : ""}
    />
  );
}

export function GroupField({ value, onChange, ...rest }: Shared & { value: string | null; onChange: (id: string | null) => void }) {
  const directory = useDirectory();
  const options = [...directory.groups.values()]
    .filter((group) => group.members.length > 0)
    .map((group) => ({
      value: group.id,
      label: `${group.name} (${t.task.groupMembers(group.members.length)})`,
      text: searchText([group.name, ...group.aliases]),
    }));
  return <Select {...rest} {...shared} data={options} value={value} onChange={onChange} clearable />;
}
