// The people of an agency: who holds a post of it today.

import { useMemo } from "react";
import { useList } from "../api/queries";
import type { Post, Role } from "../api/types";
import { todayInVietnam } from "../format/date";
import { standingOn } from "./tenure";
import { usePeople } from "../ui/use-names";
import { useDirectory } from "./directory";
import { searchText } from "./fold";
import { shortPersonName } from "./person";

export interface Colleague {
  account: string;
  name: string;
  titles: string[];
  leads: boolean; // as its head or a deputy
}

const heads: readonly Role[] = ["head", "deputy"];

export function staffOf(posts: readonly Post[], agency: string, today: string): Omit<Colleague, "name">[] {
  const found = new Map<string, Omit<Colleague, "name">>();
  for (const post of posts) {
    if (post.agency !== agency) continue;
    for (const holding of post.holdings.filter((one) => standingOn(one, today) === "now")) {
      const known = found.get(holding.account) ?? { account: holding.account, titles: [], leads: false };
      known.titles.push(post.title);
      known.leads ||= heads.includes(post.role);
      found.set(holding.account, known);
    }
  }
  return [...found.values()];
}

const none: readonly Post[] = [];

export function useStaff(agency: string | null): Colleague[] {
  const directory = useDirectory();
  const posts = useList("posts", agency ? { agency } : {}).data?.items ?? none;
  const staff = useMemo(() => (agency ? staffOf(posts, agency, todayInVietnam()) : []), [posts, agency]);
  const accounts = useMemo(() => staff.map((one) => one.account), [staff]);
  const names = usePeople(accounts);
  return useMemo(() => {
    const own = directory.name(agency ?? "");
    const named = staff.map((one) => ({ ...one, name: shortPersonName(names.get(one.account) ?? one.account, own) }));
    return named.sort((left, right) => Number(right.leads) - Number(left.leads) || left.name.localeCompare(right.name, "vi"));
  }, [staff, names, directory, agency]);
}

export function staffOptions(staff: readonly Colleague[]) {
  return staff.map((one) => ({
    value: one.account,
    label: one.titles.length > 0 ? `${one.name} (${one.titles.join(", ")})` : one.name,
    text: searchText([one.name, ...one.titles, one.account]),
  }));
}
