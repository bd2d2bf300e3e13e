// Where the records that rest on a document are found, and what part it plays in them.

import { pageOf } from "../../meaning/subject";

// Lists, for records without a page of their own.
const lists: Record<string, string> = {
  "big-problem": "/big-problems",
  proposal: "/proposals",
  link: "/links",
  coordination: "/coordinations",
  "reporting-duty": "/reporting-duties",
  ratio: "/budget/ratios",
};

// `registerOf`: the register in which an entry stands, where it is known.
export function addressOf(subject: string, registerOf: (entry: string) => string | undefined): string | null {
  const about = subject.startsWith("thread/") ? subject.slice("thread/".length) : subject;
  const [kind, id] = [about.slice(0, about.indexOf("/")), about.slice(about.indexOf("/") + 1)];
  if (kind === "register-entry") {
    const register = registerOf(id);
    return register ? `/registers/${register}` : null;
  }
  return pageOf(about) ?? lists[kind] ?? null;
}

// The members that name it say how; what an act simply rests on needs no word.
export function rolesOf(members: readonly string[], names: Record<string, string>): string[] {
  return members.map((member) => names[member]).filter((name) => name !== undefined);
}
