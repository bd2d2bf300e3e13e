// Choosing people of the agency acted for.

import { MultiSelect, Select } from "@mantine/core";
import { useMemo } from "react";
import { t } from "../i18n";
import { staffOptions, useStaff, type Colleague } from "../meaning/staff";
import { actingFor } from "../state/acting-for";
import { useStore } from "../state/store";
import { byWords } from "../ui/agency-options";
import { usePeople } from "../ui/use-names";

interface Shared {
  label: string;
  description?: string | undefined;
  required?: boolean | undefined;
  error?: string | undefined;
}

const shared = { searchable: true, filter: byWords, nothingFoundMessage: t.inside.nobodyFound, maxDropdownHeight: 280 } as const;

// Who was chosen stays there, although that person has left since.
function useOptions(chosen: readonly string[], fits: (one: Colleague) => boolean) {
  const staff = useStaff(useStore(actingFor));
  const gone = useMemo(() => chosen.filter((account) => !staff.some((one) => one.account === account)), [chosen, staff]);
  const names = usePeople(gone);
  return useMemo(() => {
    const left = gone.map((account) => ({ account, name: names.get(account) ?? account, titles: [], leads: false }));
    return staffOptions([...staff.filter((one) => fits(one) || chosen.includes(one.account)), ...left]);
  }, [staff, gone, names, fits, chosen]);
}

const anybody = () => true;
const leading = (one: Colleague) => one.leads;
const nobody: readonly string[] = [];

export function PersonField({
  value,
  onChange,
  leaders,
  ...rest
}: Shared & { value: string | null; onChange: (account: string | null) => void; leaders: boolean }) {
  const chosen = useMemo(() => (value ? [value] : nobody), [value]);
  const options = useOptions(chosen, leaders ? leading : anybody);
  return <Select {...rest} {...shared} data={options} value={value} onChange={onChange} clearable placeholder={t.inside.choosePerson} />;
}

export function PeopleField({ value, onChange, ...rest }: Shared & { value: string[]; onChange: (accounts: string[]) => void }) {
  const options = useOptions(value, anybody);
  return (
    <MultiSelect
      {...rest}
      {...shared}
      data={options}
      value={value}
      onChange={onChange}
      hidePickedOptions
      placeholder={value.length === 0 ? t.inside.choosePerson : ""}
    />
  );
}
