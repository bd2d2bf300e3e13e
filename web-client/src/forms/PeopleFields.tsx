// Choosing people of the agency acted for.

import { MultiSelect, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listQuery } from "../api/queries";
import { t } from "../i18n";
import { isOpen, peopleBy } from "../meaning/work-people";
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
  const gone = useMemo(() => [...new Set(chosen)].filter((account) => !staff.some((one) => one.account === account)), [chosen, staff]);
  const names = usePeople(gone);
  return useMemo(() => {
    const left = gone.map((account) => ({ account, name: names.get(account) ?? account, titles: [], leads: false }));
    return staffOptions([...staff.filter((one) => fits(one) || chosen.includes(one.account)), ...left]);
  }, [staff, gone, names, fits, chosen]);
}

// Whoever the agency has named for open work: also people who hold no post any more.
function useHandling(wanted: boolean): readonly string[] {
  const agency = useStore(actingFor);
  const all = useQuery({ ...listQuery("assignments", now, { agency: agency ?? "" }), enabled: wanted && agency !== null }).data?.items;
  return useMemo(() => {
    const named = (all ?? []).filter(isOpen).flatMap((one) => peopleBy(one, agency ?? "") ?? []);
    return named.length === 0 ? nobody : named.flatMap((one) => [...(one.leader ? [one.leader] : []), ...one.officers]);
  }, [all, agency]);
}

const now = {};
const anybody = () => true;
const leading = (one: Colleague) => one.leads;
const nobody: readonly string[] = [];

export function PersonField({
  value,
  onChange,
  only,
  with: others,
  ...rest
}: Shared & { value: string | null; onChange: (account: string | null) => void; only?: "leaders" | undefined; with?: "handling" | undefined }) {
  const handling = useHandling(others === "handling");
  const chosen = useMemo(() => (value ? [value, ...handling] : handling), [value, handling]);
  const options = useOptions(chosen, only === "leaders" ? leading : anybody);
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
