// Names of bodies and plans by id, and who belongs to which group: what almost every page needs, held once.

import { createContext, use } from "react";
import type { Agency, AgencyGroup, Post, Programme } from "../api/types";

// Names that only some sentences need: people by account, documents by id.
export interface MoreNames {
  people: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, string>;
}

const noMoreNames: MoreNames = { people: new Map(), documents: new Map() };

export class Directory {
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly groups: ReadonlyMap<string, AgencyGroup>;
  readonly programmes: ReadonlyMap<string, Programme>;
  private readonly groupsOfAgency = new Map<string, Set<string>>();
  private more = noMoreNames;

  constructor(
    agencies: readonly Agency[],
    groups: readonly AgencyGroup[],
    programmes: readonly Programme[],
    private readonly systemName: string,
    private readonly outside: readonly Post[] = [], // posts of outside leads: they name their sponsors
  ) {
    this.agencies = new Map(agencies.map((agency) => [agency.id, agency]));
    this.groups = new Map(groups.map((group) => [group.id, group]));
    this.programmes = new Map(programmes.map((programme) => [programme.id, programme]));
    for (const group of groups) {
      for (const member of group.members) {
        const known = this.groupsOfAgency.get(member) ?? new Set<string>();
        this.groupsOfAgency.set(member, known.add(group.id));
      }
    }
  }

  // Full name of an agency or group; the id where it is not known.
  name(id: string): string {
    if (id === "luuvet") return this.systemName;
    return this.agencies.get(id)?.name ?? this.groups.get(id)?.name ?? id;
  }

  shortName(id: string): string {
    return this.agencies.get(id)?.short_name ?? this.name(id);
  }

  // The successor, or null, of an agency that has ended; undefined for one in force.
  endOf(id: string): { on: string; into: string | null } | undefined {
    const agency = this.agencies.get(id);
    return agency?.ended_on ? { on: agency.ended_on, into: agency.merged_into } : undefined;
  }

  programmeName(id: string): string {
    return this.programmes.get(id)?.short_title ?? id;
  }

  programmeIds(): string[] {
    return [...this.programmes.keys()];
  }

  // The same, knowing more names.
  withNames(more: MoreNames): Directory {
    const next = Object.assign(Object.create(Directory.prototype) as Directory, this);
    next.more = more;
    return next;
  }

  person(account: string): string {
    return this.more.people.get(account) ?? account;
  }

  people(): ReadonlyMap<string, string> {
    return this.more.people;
  }

  documentName(id: string): string {
    return this.more.documents.get(id) ?? id;
  }

  // Whether one of the ids is the agency, or a group that it belongs to.
  includes(ids: readonly string[], agency: string): boolean {
    const groups = this.groupsOfAgency.get(agency);
    return ids.some((id) => id === agency || groups?.has(id) === true);
  }

  // The outside leads whose reports the agency's head approves.
  sponsoredBy(agency: string): string[] {
    return [...new Set(this.outside.filter((post) => post.sponsor === agency).map((post) => post.agency))];
  }

  committeeOf(programme: string): string | null {
    return this.programmes.get(programme)?.committee ?? null;
  }

  standingAgency(programme: string): string | null {
    return this.programmes.get(programme)?.standing_agency ?? null;
  }
}

export const DirectoryContext = createContext<Directory>(new Directory([], [], [], ""));

export function useDirectory(): Directory {
  return use(DirectoryContext);
}
