// Whom the agencies have named for an assignment, in words.

import type { Assignment, PeopleOf } from "../api/types";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import { shortPersonName } from "../meaning/person";
import { usePeople } from "./use-names";

const words = t.inside;


// "Lãnh đạo phụ trách: Nguyễn Văn A; Phòng: Chuyển đổi số; Chuyên viên: Lê Thị B, Trần C"
export function PeopleLine({ people, withAgency = false }: { people: PeopleOf; withAgency?: boolean }) {
  const directory = useDirectory();
  const accounts = [...(people.leader ? [people.leader] : []), ...people.officers];
  const names = usePeople(accounts);
  const name = (account: string) => shortPersonName(names.get(account) ?? account, directory.name(people.agency));
  const parts = [
    people.leader && `${words.leader}: ${name(people.leader)}`,
    people.department && `${words.department}: ${people.department}`,
    people.officers.length > 0 && `${words.officers}: ${people.officers.map(name).join(", ")}`,
  ].filter(Boolean);
  return (
    <div>
      {withAgency && `${directory.shortName(people.agency)}. `}
      {parts.length > 0 ? parts.join("; ") : words.nobody}
    </div>
  );
}

export function WorkPeople({ assignment }: { assignment: Assignment }) {
  const people = assignment.people ?? [];
  const several = assignment.unit === "joint" && (assignment.lead_agencies.length > 1 || people.length > 1);
  return people.map((one) => <PeopleLine key={one.agency} people={one} withAgency={several} />);
}
