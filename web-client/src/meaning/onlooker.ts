// What is said of somebody who looks at the same record.

import { t } from "../i18n";
import type { PersonPresent } from "../live/presence";
import type { Directory } from "./directory";
import { shortPersonName } from "./person";

export const commentField = "comment";
const joint = "joint";

// A field of a command's form, as it is told to others.
export const fieldOf = (command: string, member: string): string => `${command}.${member}`;

// "Nguyễn Thị Hoa (Sở KH&CN)"
export function onlookerName(person: PersonPresent, directory: Directory): string {
  return `${shortPersonName(person.name, directory.name(person.agency))} (${directory.shortName(person.agency)})`;
}

export function onlookerState(person: PersonPresent): string {
  if (!person.typing || person.field === null) return t.presence.looking;
  if (person.field === commentField) return t.presence.typing(t.presence.comment);
  const member = person.field.slice(person.field.lastIndexOf(".") + 1);
  return t.presence.typing(t.commands.fields[member] ?? t.presence.someField);
}

// Who types in this field of a form on `subject`. Work that each unit does by itself is touched by its own people alone.
export function typingIn(people: readonly PersonPresent[], field: string, subject: string): readonly PersonPresent[] {
  const unit = subject.startsWith("assignment/") ? subject.slice(subject.lastIndexOf(".") + 1) : joint;
  return people.filter((person) => person.typing && person.field === field && (unit === joint || person.agency === unit));
}
